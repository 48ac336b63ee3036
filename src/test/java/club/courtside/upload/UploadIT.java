package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.TinyBlip;
import club.courtside.support.TinyWhisper;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A club's box records, a central Courtside processes: two products, and nobody touches either. */
class UploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String KEY = "a-key-for-tests-only";

    @TempDir
    static Path folder;

    private static RunningCourtside central;
    private static RunningCourtside box;

    @BeforeAll
    static void start() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        TinyBlip.write(models);
        TinyWhisper.write(models.resolve("ggml-base.bin"));
        central = new RunningCourtside(
                        folder.resolve("central"),
                        Map.of("COURTSIDE_PROCESSING_KEY", KEY, "COURTSIDE_MODELS", models.toString()))
                .start();
        box = new RunningCourtside(folder.resolve("box"), settings()).start();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("VULTR_API_URL", central.address());
        settings.put("VULTR_API_KEY", KEY);
        settings.put("VULTR_AUTO_UPLOAD", "true");
        return settings;
    }

    @AfterAll
    static void stop() {
        if (box != null) box.close();
        if (central != null) central.close();
    }

    @Test
    void a_recording_is_processed_elsewhere_and_comes_back_described_and_subtitled() {
        Api club = box.api().as("club");
        String id;
        try (Match match = Match.onCourt(box, club, "terrain-1").record(5)) {
            match.awaitElapsed(3);
            id = match.stop().path("video_id").asText();
            match.awaitState("completed", Duration.ofSeconds(20));
        }

        JsonNode sent = Await.value(
                "the video to be processed",
                PATIENCE,
                () -> club.get("/api/videos/" + id).json(),
                video -> video.path("auto_upload_completed").asBoolean());

        JsonNode upload = sent.at("/vultr_uploads/0");
        assertThat(upload.path("status").asText()).as(sent.toString()).isEqualTo("done");
        assertThat(upload.path("attempts").asInt()).isEqualTo(1);
        assertThat(upload.path("file_size").asLong())
                .isEqualTo(sent.path("size_bytes").asLong());
        assertThat(sent.path("platforms").toString()).contains("Camera Recording", "Vultr Processing");
        assertThat(sent.path("description").asText()).isNotBlank();
        assertThat(sent.path("subtitles_url").asText()).isNotBlank();
        assertThat(club.get(sent.path("subtitles_url").asText()).text()).startsWith("WEBVTT");

        Api operator = central.api().as("admin");
        JsonNode there = operator.get(
                        "/api/videos/" + upload.path("remote_task_id").asText())
                .json();
        assertThat(there.path("status").asText()).isEqualTo("ready");
        assertThat(there.at("/renditions/0/width").asInt()).isEqualTo(1080);
        assertThat(there.path("title").asText()).isEqualTo(sent.path("title").asText());
        seeThePages(id);
    }

    private void seeThePages(String video) {
        try (Browser staff = Browser.phone(box, "en").signIn("club")) {
            staff.open("/jobs.xhtml");
            staff.await(
                    "the upload", d -> staff.<Long>script("document.querySelectorAll('#sent .jb-row').length") >= 1);
            assertThat(staff.text("#uploads")).contains("Processing server", central.address());
            staff.open("/video.xhtml?id=" + video);
            assertThat(staff.text(".vd-sent")).contains("Processing server");
            assertThat(staff.consoleErrors()).isEmpty();
        }
    }

    @Test
    void by_hand_a_video_is_sent_once_more_and_what_cannot_be_is_refused() {
        Api club = box.api().as("club");
        assertThat(club.post("/api/vultr/upload", Map.of("video_id", "nonsense"))
                        .status())
                .isEqualTo(404);
        assertThat(club.post("/api/vultr/upload", Map.of("video_id", "x", "model", "huge"))
                        .text())
                .contains("model");
        assertThat(club.post("/api/vultr/upload", Map.of("video_id", "x", "priority", "now"))
                        .text())
                .contains("priority");
        assertThat(club.post("/api/vultr/upload", Map.of("video_id", "x", "target", "moon"))
                        .text())
                .contains("target");
        JsonNode test = club.get("/api/vultr/test").json();
        assertThat(test.path("success").asBoolean()).as(test.toString()).isTrue();
        assertThat(box.said("upload-test").exitCode()).isZero();
    }

    @Test
    void a_box_with_another_key_is_told_so() {
        assertThat(central.api()
                        .get("/status/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nothing_half_sent_stays() throws IOException {
        try (Stream<Path> left = Files.list(central.data().resolve("videos/.arriving"))) {
            assertThat(left).isEmpty();
        }
    }
}
