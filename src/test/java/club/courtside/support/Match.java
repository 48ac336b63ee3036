package club.courtside.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One session of a court and its recording, driven through the API. */
public final class Match implements AutoCloseable {

    private final Api api;
    private final RunningCourtside courtside;
    private final String session;

    private Match(RunningCourtside courtside, Api api, Map<String, ?> camera) {
        this.courtside = courtside;
        this.api = api;
        Api.Answer answer = api.post("/api/video/session/create", camera);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        this.session = answer.get("session_id");
    }

    public static Match onCourt(RunningCourtside courtside, Api api, String slug) {
        return new Match(courtside, api, Map.of("terrain_id", slug));
    }

    /** On that camera of the court alone. */
    public static Match onCamera(RunningCourtside courtside, Api api, String slug, String cameraId) {
        return new Match(courtside, api, Map.of("terrain_id", slug, "camera_id", cameraId));
    }

    public static Match onCamera(RunningCourtside courtside, Api api, String url) {
        return new Match(courtside, api, Map.of("camera_url", url));
    }

    public String session() {
        return session;
    }

    public Match record(int minutes) {
        Api.Answer answer =
                api.post("/api/video/record/start", Map.of("session_id", session, "duration_minutes", minutes));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return this;
    }

    public JsonNode status() {
        Api.Answer answer = api.get("/api/video/record/status/" + session);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Whatever the answer is: an error may pass while somebody waits. */
    private JsonNode told() {
        return api.get("/api/video/record/status/" + session).json();
    }

    public Match awaitState(String state, Duration patience) {
        Await.until(
                "recording is " + state,
                patience,
                () -> state.equals(told().path("state").asText()));
        return this;
    }

    public Match awaitElapsed(double seconds) {
        Await.until(
                seconds + " s are recorded",
                Duration.ofSeconds((long) seconds + 60),
                () -> told().path("elapsed_seconds").asDouble() >= seconds);
        return this;
    }

    public JsonNode stop() {
        Api.Answer answer = api.post("/api/video/record/stop", Map.of("session_id", session));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The MP4s of all angles, the main one's first. */
    public List<Path> files() {
        JsonNode main = status();
        List<Path> files = new ArrayList<>();
        files.add(courtside.data().resolve(main.path("video_path").asText()));
        main.path("angles")
                .forEach(angle -> files.add(
                        courtside.data().resolve(angle.path("video_path").asText())));
        return files;
    }

    /** The one MP4, once the recording has been completed. */
    public Path file() {
        awaitState("completed", Duration.ofSeconds(90));
        return courtside
                .data()
                .resolve("videos")
                .resolve(status().path("club_id").asText())
                .resolve(session + ".mp4");
    }

    @Override
    public void close() {
        api.post("/api/video/session/close", Map.of("session_id", session));
        Await.until("the session is closed", () -> !api.get("/api/video/session/" + session)
                .json()
                .path("state")
                .asText()
                .equals("open"));
    }
}
