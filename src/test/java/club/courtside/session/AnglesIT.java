package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.Ffprobe;
import club.courtside.support.LiveSocket;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo club's first court has two cameras: one start is two films, and losing one camera costs the other nothing. */
@ExtendWith(Shared.class)
class AnglesIT {

    private static final String NOBODY_LISTENS = "rtsp://127.0.0.1:1/away";
    private static final Duration A_WHILE = Duration.ofSeconds(90);

    private final RunningCourtside courtside;
    private final Api club;

    AnglesIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void both_angles_are_recorded_and_one_that_is_lost_does_not_hurt_the_other() {
        JsonNode above = camera(1);
        try (Match match = Match.onCourt(courtside, club, "terrain-1")) {
            awaitLive(match, above);
            match.record(1);
            both(match, "recording");
            Instant main = startedAt(match.status());
            assertThat(Duration.between(main, startedAt(angle(match))).abs())
                    .as("each begins with its running group of pictures, which is a second long")
                    .isLessThan(Duration.ofSeconds(2));

            move(above, NOBODY_LISTENS);
            Await.until(
                    "the second camera is lost",
                    A_WHILE,
                    () -> angle(match).path("state").asText().equals("interrupted"));
            double atTheLoss = match.status().path("elapsed_seconds").asDouble();
            match.awaitElapsed(atTheLoss + 2);
            move(above, above.path("url").asText());
            both(match, "recording");
            match.awaitElapsed(match.status().path("elapsed_seconds").asDouble() + 2);

            match.stop();
            both(match, "completed");
            assertThat(match.status().path("gaps")).isEmpty();
            assertThat(angle(match).path("gaps")).hasSize(1);
            List<Path> files = match.files();
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly(match.session() + ".mp4", match.session() + "-2.mp4");
            assertThat(files).allSatisfy(file -> assertThat(Ffprobe.of(file).decodeErrors())
                    .isEmpty());
            assertThat(Ffprobe.of(files.get(0)).codecs()).containsExactly("h264", "aac");
            assertThat(Ffprobe.of(files.get(1)).codecs()).containsExactly("h264");

            JsonNode video = club.get(
                            "/api/videos/" + match.status().path("video_id").asText())
                    .json();
            assertThat(video.path("angles").findValuesAsText("video_id"))
                    .containsExactly(angle(match).path("video_id").asText());
        } finally {
            move(above, above.path("url").asText());
        }
    }

    @Test
    void each_angle_is_seen_live_until_the_session_is_closed() {
        Match match = Match.onCourt(courtside, club, "terrain-1");
        JsonNode session = club.get("/api/video/session/" + match.session()).json();
        assertThat(session.path("cameras").findValuesAsText("name")).containsExactly("Fond de court", "Vue du haut");
        JsonNode above = session.path("cameras").get(1).path("preview");
        assertThat(club.get(above.path("snapshot").asText()).body()).startsWith(0xFF, 0xD8);
        assertThat(club.get("/api/preview/" + match.session() + "/info?camera="
                                + camera("terrain-3", 0).path("id").asText())
                        .status())
                .as("a camera of another court")
                .isEqualTo(404);
        try (LiveSocket live =
                LiveSocket.open(courtside, club, above.path("websocket").asText())) {
            assertThat(live.bytes(20_000)).containsSequence('m', 'o', 'o', 'f');
            match.close();
            assertThat(live.closed()).isEqualTo("closed");
        }
    }

    @Test
    void a_camera_that_has_recorded_can_be_removed_and_its_video_stays() {
        String cameras = "/api/courts/terrain-3/cameras";
        String url = camera("terrain-2", 0).path("url").asText();
        String added =
                club.post(cameras, Map.of("name", "Au filet", "url", url)).get("id");
        Match match = Match.onCamera(courtside, club, "terrain-3", added).record(1);
        match.awaitElapsed(1);
        Api.Answer tooEarly = club.delete(cameras + "/" + added);
        assertThat(tooEarly.status()).as(tooEarly.text()).isEqualTo(409);
        assertThat(tooEarly.contentType()).startsWith("application/problem+json");
        assertThat(tooEarly.get("detail")).isEqualTo("a session is open on this camera; close it first");
        match.stop();
        match.close();

        Api.Answer removed = club.delete(cameras + "/" + added);
        assertThat(removed.status()).as(removed.text()).isEqualTo(204);
        assertThat(club.get(cameras).json().path("items").findValuesAsText("id"))
                .doesNotContain(added);
        assertThat(club.delete(cameras + "/" + added).status()).isEqualTo(404);
        String video = match.status().path("video_id").asText();
        assertThat(club.get("/api/videos/" + video).status()).isEqualTo(200);
        assertThat(Ffprobe.of(match.files().get(0)).decodeErrors()).isEmpty();
        JsonNode session = club.get("/api/video/session/" + match.session()).json();
        assertThat(session.path("camera").path("name").asText()).isEqualTo("Au filet");
    }

    @Test
    void whoever_deletes_a_match_is_asked_about_its_other_angle() {
        List<String> first = filmed();
        List<String> second = filmed();
        try (Browser desk = Browser.desktop(courtside).signIn("club")) {
            ask(desk, first.get(1)).click("#deletion\\:all");
            desk.await("the library", d -> desk.url().contains("/library.xhtml"));
            assertThat(first).allSatisfy(this::isGone);

            ask(desk, second.get(0)).click("#deletion .ui-button-danger:not([id='deletion:all'])");
            desk.await("the library", d -> desk.url().contains("/library.xhtml"));
            isGone(second.get(0));
            assertThat(club.get("/api/videos/" + second.get(1)).json().path("angles"))
                    .isEmpty();
            assertThat(club.get("/media/videos/" + second.get(1) + ".mp4").status())
                    .isEqualTo(200);
            assertThat(desk.consoleErrors()).isEmpty();
        } finally {
            club.delete("/api/video/files/" + second.get(1) + "/delete");
        }
    }

    /** @return the videos of both angles, the main one first */
    private List<String> filmed() {
        try (Match match = Match.onCourt(courtside, club, "terrain-1")) {
            awaitLive(match, camera(1));
            match.record(1);
            both(match, "recording");
            match.awaitElapsed(1);
            match.stop();
            both(match, "completed");
            return List.of(
                    match.status().path("video_id").asText(),
                    angle(match).path("video_id").asText());
        }
    }

    private Browser ask(Browser desk, String video) {
        desk.open("/video.xhtml?id=" + video).click(".vp-acts .ui-button-danger");
        assertThat(desk.text("#deletion .cs-muted")).contains("other angle");
        return desk;
    }

    private void isGone(String video) {
        assertThat(club.get("/api/videos/" + video).status()).isEqualTo(404);
        Await.until("its pictures to be gone", () -> {
            try (var files = Files.list(courtside.data().resolve("thumbnails"))) {
                return files.noneMatch(file -> file.getFileName().toString().startsWith(video));
            }
        });
    }

    private void awaitLive(Match match, JsonNode camera) {
        String info = "/api/preview/" + match.session() + "/info?camera="
                + camera.path("id").asText();
        Await.until("the camera is live", A_WHILE, () -> "live"
                .equals(club.get(info).get("state")));
    }

    private static void both(Match match, String state) {
        match.awaitState(state, A_WHILE);
        Await.until(
                "the second angle is " + state,
                A_WHILE,
                () -> angle(match).path("state").asText().equals(state));
    }

    private static JsonNode angle(Match match) {
        return match.status().path("angles").path(0);
    }

    private static Instant startedAt(JsonNode recording) {
        return Instant.parse(recording.path("started_at").asText());
    }

    private JsonNode camera(int angle) {
        return camera("terrain-1", angle);
    }

    private JsonNode camera(String court, int angle) {
        return club.get("/api/courts/" + court + "/cameras")
                .json()
                .path("items")
                .get(angle);
    }

    private void move(JsonNode camera, String url) {
        String path = "/api/courts/terrain-1/cameras/" + camera.path("id").asText();
        assertThat(club.put(path, Map.of("url", url)).status()).isEqualTo(200);
    }
}
