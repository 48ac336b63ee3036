package club.courtside.session.preview;

import static club.courtside.engine.api.RelayVerdict.NOT_ALLOWED;
import static club.courtside.engine.api.RelayVerdict.TOO_MANY_ATTEMPTS;
import static club.courtside.engine.api.RelayVerdict.UNKNOWN;
import static club.courtside.engine.api.RelayVerdict.WELCOME;
import static club.courtside.engine.api.RelayVerdict.WRONG_CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.Caller;
import club.courtside.account.Passwords;
import club.courtside.account.Reception;
import club.courtside.account.SignInAttempts;
import club.courtside.account.Tokens;
import club.courtside.account.Users;
import club.courtside.court.Camera;
import club.courtside.court.Cameras;
import club.courtside.court.Clubs;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import club.courtside.court.RelayedCameras;
import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayLogin;
import club.courtside.engine.api.RelayReader;
import club.courtside.engine.api.RelayVerdict;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayAccessTest {

    private static final String COURT = "lac/central";
    private static final String PASSWORD = "for:tests only";
    /** Made once: it is slow on purpose. */
    private static final String HASH = Passwords.hash(PASSWORD);

    private final TestClub club;
    private final Tokens tokens;
    private final RelayedCameras relayed;
    private final RelayAccess access;

    RelayAccessTest(@TempDir Path folder) {
        club = new TestClub(folder);
        tokens = new Tokens(club.data, club.clock);
        Clubs clubs = new Clubs(club.database.entities());
        Courts courts = new Courts(club.database.entities());
        Cameras cameras = new Cameras(club.database.entities());
        relayed = new RelayedCameras(clubs, courts, cameras, club.cameraEngine, Optional.empty());
        Users users = new Users(club.database.entities());
        Reception reception = new Reception(users, new SignInAttempts(club.clock), club.audit);
        Previews previews = new Previews(
                new CourtAccess(clubs, courts, cameras), club.opener, club.sessions, cameras, relayed, club.settings);
        access = new RelayAccess(reception, tokens, relayed, club.sessions, previews);
    }

    @BeforeEach
    void everybody_has_a_password() {
        Users users = new Users(club.database.entities());
        for (Caller caller : new Caller[] {club.admin, club.player, club.stranger})
            club.database.inTransaction(
                    () -> users.byId(caller.id()).orElseThrow().changePassword(HASH));
    }

    @AfterEach
    void close() {
        club.close();
    }

    @Test
    void staff_read_the_courts_of_their_club() {
        assertThat(by(club.admin, COURT)).isEqualTo(WELCOME);
        assertThat(by(club.admin, "lac/central/main")).isEqualTo(WELCOME);
        assertThat(by(club.admin, "lac/nowhere")).isEqualTo(UNKNOWN);
        assertThat(by(club.admin, "lac")).isEqualTo(UNKNOWN);
        assertThat(by(club.admin, "")).isEqualTo(UNKNOWN);
    }

    @Test
    void another_clubs_court_does_not_exist() {
        assertThat(by(club.stranger, COURT)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_player_reads_a_court_while_their_own_session_is_open_there() {
        assertThat(by(club.player, COURT)).isEqualTo(NOT_ALLOWED);
        UUID session = club.open(club.player);
        assertThat(by(club.player, COURT)).isEqualTo(WELCOME);
        club.close(club.player, session);
        assertThat(by(club.player, COURT)).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void a_wrong_password_gets_nobody_anywhere_and_too_many_are_counted() {
        for (int i = 0; i < 10; i++)
            assertThat(access.decide(login(COURT, club.admin.email(), "guess")).verdict())
                    .isEqualTo(WRONG_CREDENTIALS);
        assertThat(by(club.admin, COURT)).isEqualTo(TOO_MANY_ATTEMPTS);
    }

    @Test
    void a_wrong_password_does_not_tell_which_courts_there_are() {
        assertThat(access.decide(login("lac/nowhere", club.admin.email(), "guess")))
                .isEqualTo(access.decide(login(COURT, club.admin.email(), "guess")));
    }

    @Test
    void a_previews_token_opens_its_own_camera_until_it_is_over() {
        UUID session = club.open(club.player);
        String token = tokens.issuePreview(club.player.id(), session);
        assertThat(byToken(token, COURT)).isEqualTo(WELCOME);
        assertThat(byToken(token, "lac/nowhere")).isEqualTo(WRONG_CREDENTIALS);
        assertThat(byToken(tokens.issue(club.player.id(), UUID.randomUUID()), COURT))
                .as("a token for all of the API may not stand in an address")
                .isEqualTo(WRONG_CREDENTIALS);
        assertThat(byToken(tokens.issuePreview(club.player.id(), UUID.randomUUID()), COURT))
                .as("another session's")
                .isEqualTo(WRONG_CREDENTIALS);
        club.clock.passes(Duration.ofMinutes(16));
        assertThat(byToken(token, COURT)).isEqualTo(WRONG_CREDENTIALS);
    }

    @Test
    void a_token_opens_the_cameras_of_its_session_only() {
        Camera side = club.anotherAngle("Side");
        UUID onMain = club.in(() -> club.opener
                .open(club.player, "central", club.camera.id().toString())
                .value()
                .id());
        String ofMain = tokens.issuePreview(club.player.id(), onMain);
        assertThat(byToken(ofMain, "lac/central/side")).isEqualTo(WRONG_CREDENTIALS);
        assertThat(byToken(ofMain, "lac/central/main")).isEqualTo(WELCOME);
        assertThat(by(club.player, "lac/central/side")).isEqualTo(NOT_ALLOWED);

        club.close(club.player, onMain);
        String ofBoth = tokens.issuePreview(club.player.id(), club.open(club.player));
        assertThat(byToken(ofBoth, "lac/central/side")).isEqualTo(WELCOME);
        assertThat(by(club.player, "lac/central/side")).isEqualTo(WELCOME);
        assertThat(relayed.address(side)).contains("rtsp://127.0.0.1:8554/lac/central/side");
    }

    @Test
    void the_address_names_the_port_that_the_engine_says() {
        assertThat(relayed.address(club.camera)).contains("rtsp://127.0.0.1:8554/lac/central");
    }

    @Test
    void who_reads_goes_when_the_right_to_it_ends() {
        UUID session = club.open(club.player);
        RelayReader staff = reading(login(COURT, club.admin.email(), PASSWORD));
        RelayReader byPassword = reading(login(COURT, club.player.email(), PASSWORD));
        String token = tokens.issuePreview(club.player.id(), session);
        RelayReader byToken = reading(new RelayLogin("1", COURT, null, null, token, "10.0.0.9"));
        club.clock.passes(Duration.ofMinutes(16));
        assertThat(new RelayReader[] {staff, byPassword, byToken})
                .as("a token that has ended ends nothing that has begun")
                .allMatch(access::mayStay);

        club.close(club.player, session);
        assertThat(access.mayStay(byPassword)).isFalse();
        assertThat(access.mayStay(byToken)).isFalse();
        assertThat(access.mayStay(staff)).isTrue();
        club.open(club.player);
        assertThat(access.mayStay(byToken)).as("another session").isFalse();

        Users users = new Users(club.database.entities());
        club.database.inTransaction(
                () -> users.byId(club.admin.id()).orElseThrow().disable());
        assertThat(access.mayStay(staff)).isFalse();
        assertThat(access.mayStay(new RelayReader("1", COURT, "nonsense"))).isFalse();
        assertThat(access.mayStay(new RelayReader("1", COURT, null))).isFalse();
    }

    private RelayReader reading(RelayLogin login) {
        RelayAnswer answer = access.decide(login);
        assertThat(answer.verdict()).isEqualTo(WELCOME);
        return new RelayReader("1", login.path(), answer.who());
    }

    private RelayVerdict by(Caller caller, String path) {
        return access.decide(login(path, caller.email(), PASSWORD)).verdict();
    }

    private static RelayLogin login(String path, String email, String password) {
        return new RelayLogin("1", path, email, password, null, "10.0.0.9");
    }

    private RelayVerdict byToken(String token, String path) {
        return access.decide(new RelayLogin("1", path, null, null, token, "10.0.0.9"))
                .verdict();
    }
}
