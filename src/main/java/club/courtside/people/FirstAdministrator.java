package club.courtside.people;

import club.courtside.account.NewPassword;
import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.court.Names;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

/** Creates the first club and the one who runs everything, while there is no user at all. */
@ApplicationScoped
@Transactional
public class FirstAdministrator {

    private final Users users;
    private final UserFields fields;
    private final Clubs clubs;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public FirstAdministrator(Users users, UserFields fields, Clubs clubs, Audit audit, Clock clock) {
        this.users = users;
        this.fields = fields;
        this.clubs = clubs;
        this.audit = audit;
        this.clock = clock;
    }

    protected FirstAdministrator() {
        this(null, null, null, null, null);
    }

    public boolean isWanted() {
        return users.isEmpty();
    }

    /** @throws ProblemException 404 once there is a user, 400 */
    void begin(String clubName, String name, String email, String password, Locale language) {
        if (!isWanted()) throw ProblemException.notFound("there is an administrator already");
        String address = fields.email(email, null);
        String hash = new NewPassword("password", password, address).hash();
        String checked = Names.checked("club", clubName);
        String slug = Names.slugOf(checked);
        Club club = new Club(checked, slug.isEmpty() ? "club" : slug, ZoneId.systemDefault());
        User user = new User(address, fields.name(name, address), Role.SUPER_ADMIN, hash);
        clubs.add(club);
        user.joins(club.id());
        user.speaks(language);
        user.addedAt(clock.instant());
        users.add(user);
        audit.tells(user.asCaller(), AuditAction.CLUB_ADDED, club.id(), club.id(), club.name());
        audit.tells(user.asCaller(), AuditAction.USER_ADDED, club.id(), user.id(), user.displayName());
    }
}
