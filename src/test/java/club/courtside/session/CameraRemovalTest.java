package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.court.Camera;
import club.courtside.court.CourtAdministration.CameraWish;
import club.courtside.platform.ProblemException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera goes; what was recorded with it stays. */
class CameraRemovalTest {

    @TempDir
    Path folder;

    private TestClub club;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void recordings_remember_a_camera_that_was_removed() {
        UUID session = club.open(club.player);
        Recording recording = record(session);
        club.close(club.player, session);

        remove(club.camera);

        Recording kept = club.recordings.find(recording.id()).orElseThrow();
        assertThat(kept.camera().name()).isEqualTo("Main");
        assertThat(SessionView.of(club.sessions.find(session).orElseThrow()).cameras())
                .extracting(SessionView.AngleView::name)
                .containsExactly("Main");
        assertThat(club.board.court(club.admin, "central").mayRecord()).isFalse();
        assertThat(refused(() -> club.open(club.player)).status()).isEqualTo(404);
    }

    @Test
    void a_camera_stays_while_a_session_is_open_on_it() {
        UUID session = club.open(club.player);

        ProblemException refused = refused(() -> remove(club.camera));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem().detail()).isEqualTo("a session is open on this camera; close it first");
        record(session);
        club.close(club.player, session);
        remove(club.camera);
        assertThat(refused(() -> remove(club.camera)).status()).isEqualTo(404);
    }

    @Test
    void a_camera_that_no_session_has_goes_while_its_court_is_used() {
        UUID session = club.open(club.player);
        Camera above = club.anotherAngle("Above");

        remove(above);

        assertThat(record(session).hasEnded()).isTrue();
    }

    @Test
    void another_angle_takes_the_place_of_a_main_camera_that_was_removed() {
        Camera above = club.anotherAngle("Above");

        remove(club.camera);

        UUID opened = club.open(club.player);
        Session session = club.sessions.find(opened).orElseThrow();
        assertThat(session.feedIds()).containsExactly(above.id());
        assertThat(session.camera().isMain()).isTrue();
    }

    @Test
    void nothing_by_which_to_sign_in_to_a_removed_camera_is_kept() {
        club.database.inTransaction(() -> {
            club.administration.changeCamera(
                    club.admin, club.camera.id(), new CameraWish(null, null, "ines", "secret", null, null));
        });
        assertThat(stored().username()).isEqualTo("ines");

        remove(club.camera);

        assertThat(stored().username()).isNull();
        assertThat(stored()).extracting("encryptedPassword").isNull();
    }

    private Camera stored() {
        club.database.entities().clear();
        return club.database.entities().find(Camera.class, club.camera.id());
    }

    private Recording record(UUID session) {
        club.start(club.player, session, 5);
        return club.stop(club.player, session);
    }

    private void remove(Camera camera) {
        club.database.inTransaction(() -> club.administration.removeCamera(club.admin, camera.id()));
    }

    private static ProblemException refused(Runnable what) {
        return catchThrowableOfType(ProblemException.class, what::run);
    }
}
