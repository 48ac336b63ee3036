package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.Ffprobe;
import club.courtside.support.ObsStudio;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A court that the real OBS Studio records, through API and pages. */
@ExtendWith(Shared.class)
class ObsIT {

    private static final Logger LOG = Logger.getLogger(ObsIT.class.getName());
    private static final String COURT = "obs-court";

    private final RunningCourtside courtside;
    private final Api club;
    private ObsStudio obs;
    private String court;
    private String camera;
    private WebSocket listening;

    ObsIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @BeforeEach
    void aCourtWithObs() throws IOException {
        obs = ObsStudio.open();
        String clubId = club.get("/api/clubs").json().at("/items/0/id").asText();
        Api.Answer added = club.post("/api/clubs/" + clubId + "/courts", Map.of("name", "Studio court", "slug", COURT));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        court = added.get("id");
        Api.Answer studio = club.post(
                "/api/courts/" + court + "/cameras",
                Map.of("url", "obs://127.0.0.1:" + obs.port(), "password", ObsStudio.PASSWORD, "name", "OBS"));
        assertThat(studio.status()).as(studio.text()).isEqualTo(201);
        assertThat(studio.text()).doesNotContain(ObsStudio.PASSWORD);
        camera = studio.get("id");
        awaitIndicator("green");
    }

    @AfterEach
    void leaveNothing() {
        if (listening != null) listening.abort();
        club.post("/api/integrated/recording/stop", Map.of());
        Await.until("nothing records", () -> !club.get("/api/integrated/recording/status")
                .json()
                .path("recording")
                .asBoolean());
        for (JsonNode session : club.get("/api/video/session/list").json().path("items"))
            if (session.path("court_id").asText().equals(court)
                    || session.path("terrain_id").asText().equals(court))
                club.post(
                        "/api/video/session/close",
                        Map.of("session_id", session.path("session_id").asText()));
        try {
            assertThat(club.delete("/api/courts/" + court).status()).isEqualTo(204);
        } finally {
            obs.close();
        }
    }

    @Test
    void a_match_is_started_stopped_and_stands_in_the_library() {
        assertThat(club.get("/api/health").json().path("obs").asText()).isEqualTo("connected");
        Queue<String> told = updates();
        long pressed = System.nanoTime();
        Api.Answer started =
                club.post("/api/integrated/recording/start", Map.of("sessionName", "Finale", "duration_minutes", 5));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String id = started.get("id");
        Await.until("OBS records", () -> current().path("state").asText().equals("recording"));
        LOG.info("start to recording: " + millisSince(pressed) + " ms");
        Await.until(
                "live figures",
                () -> current().path("elapsed_seconds").asDouble() > 2
                        && current().path("bytes").asLong() > 0);
        awaitIndicator("red");
        JsonNode statistics = recorder().path("statistics");
        assertThat(statistics.path("fps").asDouble()).isPositive();
        long stopped = System.nanoTime();
        assertThat(club.post("/api/integrated/recording/stop", Map.of()).status())
                .isEqualTo(200);
        Await.until("the court is free for the next players", () -> !isOpen());
        Await.until(
                "it is in the library", () -> video(id).path("status").asText().equals("ready"));
        LOG.info("stop to playable: " + millisSince(stopped) + " ms");
        for (String event : List.of("recording_started", "recording_status_update", "recording_stopped"))
            Await.until(event, () -> told.stream().anyMatch(text -> text.contains(event) && text.contains(id)));
        JsonNode video = video(id);
        assertThat(video.path("title").asText()).isEqualTo("Finale");
        assertThat(video.path("origin").asText()).isEqualTo("obs");
        assertThat(video.path("platforms").toString()).isEqualTo("[\"OBS Recording\"]");
        Path file = courtside
                .data()
                .resolve("videos")
                .resolve(video.path("club_id").asText())
                .resolve(video.path("session_id").asText() + ".mp4");
        assertThat(Ffprobe.of(file).codecs()).containsExactly("h264", "aac");
        assertThat(Ffprobe.of(file).decodeErrors()).isEmpty();
        assertThat(club.get("/api/frontend/recordings/formatted", "Accept-Language", "fr")
                        .text())
                .contains("Finale");
    }

    @Test
    void a_crash_of_obs_is_shown_and_loses_nothing_on_the_disk() throws IOException {
        Api.Answer started =
                club.post("/api/integrated/recording/start", Map.of("sessionName", "Crash", "duration_minutes", 5));
        String id = started.get("id");
        Await.until("some seconds", () -> current().path("elapsed_seconds").asDouble() > 5);
        obs.kill();
        Await.until("it is interrupted", () -> current().path("state").asText().equals("interrupted"));
        assertThat(current().at("/reason/code").asText()).isEqualTo("obs_closed");
        awaitIndicator("amber");
        obs.start();
        Await.until("it goes on", () -> current().path("state").asText().equals("recording"));
        assertThat(current().at("/gaps/0/reason").asText()).isEqualTo("obs_closed");
        assertThat(club.post("/api/integrated/recording/stop", Map.of()).status())
                .isEqualTo(200);
        Await.until(
                "what there was is in the library",
                () -> video(id).path("status").asText().equals("ready"));
        assertThat(video(id).path("duration_seconds").asDouble()).isGreaterThan(2);
        awaitIndicator("green");
    }

    @Test
    void a_wrong_password_is_a_state_with_its_reason() {
        assertThat(club.put("/api/courts/" + court + "/cameras/" + camera, Map.of("password", "wrong"))
                        .status())
                .isEqualTo(200);
        awaitIndicator("grey");
        Await.until("the reason", () -> recorder().at("/reason/code").asText().equals("obs_password"));
        Api.Answer refused = club.post("/api/integrated/recording/start", Map.of("sessionName", "Never"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.get("reason")).isEqualTo("obs_password");
        assertThat(club.put("/api/courts/" + court + "/cameras/" + camera, Map.of("password", ObsStudio.PASSWORD))
                        .status())
                .isEqualTo(200);
        awaitIndicator("green");
    }

    @Test
    void from_the_wall_to_a_match_that_plays() {
        try (Browser desk = Browser.desktop(courtside).signIn("club")) {
            desk.open("/live.xhtml");
            String tile = "[data-court='" + court + "']";
            desk.await("the tile", d -> desk.text(tile).contains("OBS Studio"));
            desk.click(tile + " .cs-court__act button");
            desk.type("#starting\\:name", "Studio match");
            desk.click("#starting\\:start");
            desk.await("it records", d -> desk.text(tile).contains("Recording"));
            for (String figure : new String[] {"elapsed", "size"}) {
                String css = tile + " [data-figure=" + figure + "]";
                String first = desk.text(css);
                desk.await(figure + " moves", d -> !first.equals(desk.text(css)));
            }
            desk.click(tile + " .ui-button-danger");
            desk.click("#stopping\\:confirm");
            Await.until("OBS has stopped", Duration.ofSeconds(150), () -> !club.get("/api/integrated/recording/status")
                    .json()
                    .path("recording")
                    .asBoolean());
            desk.await("the court is free", d -> !desk.text(tile).contains("Studio match"));
            try (Browser phone = Browser.phone(courtside, "fr").signIn("club")) {
                phone.open("/live.xhtml");
                phone.await("the tile", d -> phone.text(tile).contains("Son image se voit dans OBS"));
                assertThat(phone.consoleErrors()).isEmpty();
            }
            desk.open("/library.xhtml");
            desk.await(
                    "the video",
                    d -> desk.<Boolean>script(
                            "[...document.querySelectorAll('.cs-video h3 a')].some(a => a.innerText === 'Studio match')"));
            desk.script(
                    "[...document.querySelectorAll('.cs-video h3 a')].find(a => a.innerText === 'Studio match').click()");
            desk.await("the video's page", d -> d.getCurrentUrl().contains("/video.xhtml?id="));
            desk.click("[data-do=play]");
            desk.await(
                    "the match plays",
                    d -> desk.<Number>script("document.querySelector('video').currentTime")
                                    .doubleValue()
                            > 0.5);
            assertThat(desk.consoleErrors()).isEmpty();
        }
    }

    /** What is told to programs that listen. */
    private Queue<String> updates() {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        listening = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + club.token())
                .buildAsync(URI.create(courtside.webSocketAddress("/ws/updates")), new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            told.add(text.toString());
                            text.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }
                })
                .join();
        listening.sendText("{\"event\": \"join_recording_updates\"}", true);
        return told;
    }

    private JsonNode recorder() {
        for (JsonNode recorder : club.get("/api/integrated/status").json().path("recorders"))
            if (recorder.path("court_id").asText().equals(court)) return recorder;
        throw new AssertionError("the court has no OBS Studio");
    }

    private void awaitIndicator(String colour) {
        Await.until(
                colour,
                Duration.ofSeconds(120),
                () -> recorder().path("indicator").asText().equals(colour));
    }

    private boolean isOpen() {
        for (JsonNode session : club.get("/api/video/session/list").json().path("items"))
            if (session.path("terrain_id").asText().equals(court)) return true;
        return false;
    }

    private JsonNode current() {
        return club.get("/api/integrated/recording/status").json().at("/recordings/0");
    }

    private JsonNode video(String id) {
        for (JsonNode video :
                club.get("/api/integrated/recordings?limit=50").json().path("items"))
            if (video.path("id").asText().equals(id)) return video;
        return MissingNode.getInstance();
    }

    private static long millisSince(long then) {
        return Duration.ofNanos(System.nanoTime() - then).toMillis();
    }
}
