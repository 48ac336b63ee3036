package club.courtside.people;

import club.courtside.account.AccountLinks;
import club.courtside.account.Caller;
import club.courtside.account.Device;
import club.courtside.account.NewPasswords;
import club.courtside.account.PasswordLedger;
import club.courtside.account.Role;
import club.courtside.account.SignInAttempts;
import club.courtside.account.SignIns;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditLine;
import club.courtside.account.audit.AuditLog;
import club.courtside.account.audit.AuditQuery;
import club.courtside.court.Cameras;
import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import club.courtside.support.FiredEvents;
import club.courtside.support.SettableClock;
import club.courtside.support.TestDatabase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Two clubs and their people, on a real database. */
final class TestPeople implements AutoCloseable {

    final TestDatabase database = new TestDatabase();
    final SettableClock clock = new SettableClock();
    final FiredEvents<Object> events = new FiredEvents<>();
    final Club lac = new Club("Padel du Lac", "lac", ZoneId.of("Europe/Paris"));
    final Club port = new Club("Padel du Port", "port", ZoneId.of("Europe/Paris"));
    final Users users = new Users(database.entities());
    final Clubs clubs = new Clubs(database.entities());
    final Audit audit = new Audit(database.entities(), clock, new FiredEvents<>());
    final AuditLog log = new AuditLog(database.entities());
    final SignIns signIns = new SignIns(database.entities(), clock, audit);
    final AccountLinks links = new AccountLinks(database.entities(), clock);
    final UserAdministration administration = new UserAdministration(
            users,
            new UserAccess(users),
            new UserFields(users),
            new CourtAccess(clubs, new Courts(database.entities()), new Cameras(database.entities())),
            signIns,
            links,
            audit,
            clock,
            events);
    final NewPasswords passwords =
            new NewPasswords(users, links, new SignInAttempts(clock), new PasswordLedger(users, signIns, links, audit));
    final ForgottenLedger forgotten = new ForgottenLedger(users, links, audit, clock);
    final Caller operator;
    final Caller staff;
    final Caller player;
    final Caller both;
    final Caller stranger;

    TestPeople() {
        in(() -> {
            clubs.add(lac);
            clubs.add(port);
            return null;
        });
        operator = user("camille@courtside.example", "Camille", Role.SUPER_ADMIN);
        staff = user("julien@lac.example", "Julien", Role.CLUB_ADMIN, lac);
        player = user("ines@lac.example", "Inès", Role.PLAYER, lac);
        both = user("ana@both.example", "Ana", Role.PLAYER, lac, port);
        stranger = user("eva@port.example", "Eva", Role.PLAYER, port);
    }

    Caller user(String email, String name, Role role, Club... of) {
        User user = new User(email, name, role, "no password");
        for (Club club : of) user.joins(club.id());
        return in(() -> {
            users.add(user);
            return user.asCaller();
        });
    }

    /** @return the browser's cookie */
    String signIn(Caller who) {
        return in(() -> signIns.openBrowser(who.id(), Duration.ofDays(1), new Device("192.0.2.7", "Firefox")));
    }

    boolean isSignedIn(String cookie) {
        return in(() -> signIns.ofBrowser(cookie).isPresent());
    }

    User read(UUID id) {
        return in(() -> users.byId(id).orElseThrow());
    }

    List<AuditLine> told() {
        return in(() -> log.search(operator, AuditQuery.EVERYTHING, 0, 50));
    }

    <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    @Override
    public void close() {
        database.close();
    }
}
