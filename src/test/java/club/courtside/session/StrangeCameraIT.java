package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.Ffprobe;
import club.courtside.support.GstCamera;
import club.courtside.support.LiveSocket;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** GStreamer's RTSP server as the camera: nobody here wrote it, so its habits are not ours. */
@ExtendWith(Shared.class)
class StrangeCameraIT {

    private final RunningCourtside courtside;
    private final Api admin;

    StrangeCameraIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.admin = courtside.api().as("admin");
    }

    @Test
    void a_camera_without_sign_in_is_seen_and_recorded() throws Exception {
        try (GstCamera camera = GstCamera.open()) {
            assertSeenAndRecorded(camera.url());
        }
    }

    /** Seen as H.264 by everybody; recorded as H.264, because this club does not keep H.265. */
    @Test
    void an_h265_camera_is_seen_and_recorded() throws Exception {
        try (GstCamera camera = GstCamera.open()) {
            assertSeenAndRecorded(camera.url("h265"));
        }
    }

    /** Chromium here knows no H.265. */
    @Test
    void where_the_club_keeps_h265_the_videos_page_says_what_to_do_about_it() throws Exception {
        keepHevc(true);
        try (GstCamera camera = GstCamera.open();
                Match match =
                        Match.onCamera(courtside, admin, camera.url("h265")).record(1)) {
            match.awaitElapsed(3).stop();
            Ffprobe kept = Ffprobe.of(match.file());
            assertThat(kept.codecs()).containsExactly("hevc", "aac");
            assertThat(kept.decodeErrors()).isEmpty();
            try (Browser desk = Browser.desktop(courtside).signIn("admin")) {
                desk.open("/video.xhtml?id=" + match.status().path("video_id").asText());
                assertThat(desk.visible("[data-unplayable]").getText()).contains("H.265", "VLC");
                assertThat(desk.text("#side")).contains("H.265");
                desk.click("#rename").type("#renaming\\:name", "Kept as it came");
                desk.click("#renaming .ui-button:not(.ui-button-outlined)");
                desk.await("the new title", d -> desk.text("h1").equals("Kept as it came"));
                assertThat(desk.visible("[data-unplayable]").getText()).contains("H.265");
                assertThat(desk.<Number>script("fetch(document.querySelector('.vp-acts a').href)"
                                        + ".then(answer => answer.blob()).then(file => file.size)")
                                .longValue())
                        .isEqualTo(Files.size(match.file()));
                assertThat(desk.consoleErrors()).isEmpty();
            }
        } finally {
            keepHevc(false);
        }
    }

    @Test
    void a_camera_with_digest_authentication_is_seen_and_recorded() throws Exception {
        try (GstCamera camera = GstCamera.digest("viewer", "s3cret-pass")) {
            assertSeenAndRecorded(camera.url().replace("rtsp://", "rtsp://viewer:s3cret-pass@"));
            assertThat(logs()).doesNotContain("s3cret-pass");
        }
    }

    @Test
    void a_wrong_camera_password_is_said() throws Exception {
        try (GstCamera camera = GstCamera.digest("viewer", "s3cret-pass")) {
            Api.Answer answer = admin.post(
                    "/api/video/session/create",
                    Map.of("camera_url", camera.url().replace("rtsp://", "rtsp://viewer:not-this-one@")));
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.get("reason")).isEqualTo("unauthorized");
            assertThat(answer.get("field")).isEqualTo("camera_url");
            assertThat(answer.text() + logs()).doesNotContain("not-this-one");
        }
    }

    private void assertSeenAndRecorded(String url) {
        try (Match match = Match.onCamera(courtside, admin, url).record(1)) {
            Api.Answer picture = admin.get("/api/preview/" + match.session() + "/snapshot.jpg");
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.contentType()).isEqualTo("image/jpeg");
            assertThat(picture.body()).startsWith(0xFF, 0xD8);
            try (LiveSocket live = LiveSocket.open(courtside, admin, "/ws/preview/" + match.session())) {
                assertThat(live.mime()).startsWith("video/mp4; codecs=\"avc1.");
                assertThat(live.bytes(20_000))
                        .containsSequence('m', 'o', 'o', 'v')
                        .containsSequence('m', 'o', 'o', 'f');
            }
            match.awaitElapsed(3).stop();
            assertThat(Ffprobe.of(match.file()).codecs()).containsExactly("h264", "aac");
            assertThat(Ffprobe.of(match.file()).decodeErrors()).isEmpty();
        }
    }

    private void keepHevc(boolean kept) {
        String club = "/api/clubs/" + admin.get("/api/clubs/demo").get("id");
        assertThat(courtside
                        .api()
                        .as("player")
                        .put(club, Map.of("allow_hevc", kept))
                        .status())
                .isEqualTo(403);
        Api.Answer changed = admin.put(club, Map.of("allow_hevc", kept));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("allow_hevc").asBoolean()).isEqualTo(kept);
        assertThat(changed.json().path("sound").asBoolean())
                .as("what was not named")
                .isTrue();
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(courtside.data().resolve("logs"))) {
            for (Path log : files.filter(Files::isRegularFile).toList()) all.append(Files.readString(log));
        }
        return all.toString();
    }
}
