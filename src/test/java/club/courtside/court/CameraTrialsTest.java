package club.courtside.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.court.CourtAdministration.CameraWish;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.Reason;
import club.courtside.platform.ProblemException;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraTrialsTest {

    @TempDir
    Path folder;

    private TestClub club;
    private CameraTrials trials;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
        trials = new CameraTrials(club.cameraEngine, new CameraSecrets(club.data), club.settings, Duration.ZERO);
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void a_camera_that_works_shows_what_it_sends_and_a_picture_and_is_let_go() {
        CameraSight sight = trials.run("rtsp://camera/1", null, null, null, null);

        assertThat(sight.video().codec()).isEqualTo("h264");
        assertThat(sight.bytes(90)).isEqualTo(2_700_000_000L);
        assertThat(sight.picture()).isEqualTo("data:image/jpeg;base64,AQID");
        assertThat(club.engine.feeds).isEmpty();
    }

    @Test
    void a_camera_that_fails_says_why_and_what_to_do() {
        club.engine.refuses(new Reason("unauthorized", "the camera refuses the user name or the password"));

        ProblemException refused = refused(() -> trials.run("rtsp://camera/1", "ines", "wrong", null, null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem().reason()).isEqualTo("unauthorized");
        assertThat(refused.problem().detail()).endsWith("Correct its user name and password.");
        assertThat(club.engine.feeds).isEmpty();
        assertThat(TrialStep.of("unauthorized"))
                .extracting(TrialStep::tone)
                .containsExactly("ok", "rec", "off", "off", "off");
        assertThat(TrialStep.of(null)).extracting(TrialStep::tone).containsOnly("ok");
    }

    @Test
    void the_password_that_is_kept_goes_to_the_same_device_only() {
        keep("ines", "secret");
        Camera kept = stored();

        assertThat(sentTo("rtsp://camera/2", kept).password()).isEqualTo("secret");
        assertThat(sentTo("rtsp://elsewhere/1", kept).password()).isNull();
        assertThat(sentTo("rtsp://camera:8554/1", kept).password()).isNull();
    }

    @Test
    void a_camera_that_moves_to_another_device_needs_its_password_again() {
        keep("ines", "secret");

        ProblemException refused = refused(() -> change(wish("rtsp://elsewhere/1", null, null)));

        assertThat(refused.problem().field()).isEqualTo("password");
        change(wish("rtsp://camera/other", null, null));
        change(wish("rtsp://elsewhere/1", null, "secret"));
        assertThat(stored().url()).isEqualTo("rtsp://elsewhere/1");
    }

    private FeedSpec sentTo(String address, Camera kept) {
        List<FeedSpec> sent = new ArrayList<>();
        club.engine.sees(sent::add);
        trials.run(address, null, null, null, kept);
        return sent.get(0);
    }

    private void keep(String user, String password) {
        change(wish("rtsp://camera/1", user, password));
    }

    private static CameraWish wish(String url, String user, String password) {
        return new CameraWish(null, url, user, password, null, null);
    }

    private void change(CameraWish wish) {
        club.database.inTransaction(() -> {
            club.administration.changeCamera(club.admin, club.camera.id(), wish);
        });
    }

    private Camera stored() {
        return club.database.entities().find(Camera.class, club.camera.id());
    }

    private static ProblemException refused(Runnable what) {
        return catchThrowableOfType(ProblemException.class, what::run);
    }
}
