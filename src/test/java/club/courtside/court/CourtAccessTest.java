package club.courtside.court;

import static club.courtside.account.Role.CLUB_ADMIN;
import static club.courtside.account.Role.PLAYER;
import static club.courtside.account.Role.SUPER_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.ProblemException;
import club.courtside.support.TestDatabase;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourtAccessTest {

    private final TestDatabase database = new TestDatabase();
    private final Clubs clubs = new Clubs(database.entities());
    private final Courts courts = new Courts(database.entities());
    private final Cameras cameras = new Cameras(database.entities());
    private final CourtAccess access = new CourtAccess(clubs, courts, cameras);

    private final Club ours = new Club("Ours", "ours", ZoneId.of("Europe/Paris"));
    private final Club theirs = new Club("Theirs", "theirs", ZoneId.of("Europe/Madrid"));
    private final Court ourCentral = new Court(ours, "Central", "central", 1);
    private final Court ourSecond = new Court(ours, "Second", "second", 2);
    private final Court theirCentral = new Court(theirs, "Central", "central", 1);
    private final Camera side = new Camera(ourCentral, "A side", CameraUrl.parse("rtsp://camera/2"), false);
    private final Camera main = new Camera(ourCentral, "Main", CameraUrl.parse("rtsp://camera/1"), true);

    @BeforeEach
    void two_clubs() {
        database.inTransaction(() -> {
            clubs.add(ours);
            clubs.add(theirs);
            courts.add(ourSecond);
            courts.add(ourCentral);
            courts.add(theirCentral);
            cameras.add(side);
            cameras.add(main);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void members_see_the_courts_of_their_club_in_order() {
        assertThat(access.courts(our(PLAYER))).extracting(Court::id).containsExactly(ourCentral.id(), ourSecond.id());
    }

    @Test
    void the_operator_sees_all_courts() {
        assertThat(access.courts(our(SUPER_ADMIN))).hasSize(3);
    }

    @Test
    void another_clubs_court_does_not_exist() {
        assertThat(statusOf(
                        () -> access.court(our(CLUB_ADMIN), theirCentral.id().toString())))
                .isEqualTo(404);
        assertThat(statusOf(() -> access.club(our(CLUB_ADMIN), "theirs"))).isEqualTo(404);
    }

    @Test
    void what_is_no_id_does_not_exist() {
        for (String id :
                new String[] {null, "", "nix", "../central", UUID.randomUUID().toString(), "x".repeat(36)})
            assertThat(statusOf(() -> access.court(our(SUPER_ADMIN), id))).isEqualTo(404);
    }

    @Test
    void a_short_name_means_the_court_of_ones_own_club() {
        assertThat(access.court(our(PLAYER), "central").id()).isEqualTo(ourCentral.id());
    }

    @Test
    void a_short_name_of_two_clubs_is_not_guessed_at() {
        assertThat(statusOf(() -> access.court(our(SUPER_ADMIN), "central"))).isEqualTo(409);
    }

    @Test
    void players_do_not_run_the_club() {
        assertThat(statusOf(() -> access.courtToRun(our(PLAYER), "central"))).isEqualTo(403);
        assertThat(access.courtToRun(our(CLUB_ADMIN), "central").id()).isEqualTo(ourCentral.id());
    }

    @Test
    void nobody_names_a_camera_and_the_main_one_is_meant() {
        assertThat(access.camera(ourCentral, null).id()).isEqualTo(main.id());
    }

    @Test
    void another_courts_camera_does_not_exist_here() {
        assertThat(statusOf(() -> access.camera(ourSecond, main.id().toString())))
                .isEqualTo(404);
        assertThat(statusOf(() -> access.camera(ourSecond, null))).isEqualTo(404);
    }

    private Caller our(Role role) {
        return new Caller(UUID.randomUUID(), "x@club.example", "X", role, Set.of(ours.id()));
    }

    private static int statusOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).status();
    }
}
