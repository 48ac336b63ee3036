package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.S3Server;
import club.courtside.support.Screens;
import club.courtside.support.TinyBlip;
import club.courtside.support.TinyWhisper;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A club's box records, a central Courtside processes, a bucket keeps: nobody touches any of them. */
class TwoCourtsidesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String KEY = "a-key-for-tests-only";

    @TempDir
    static Path folder;

    private static RunningCourtside central;
    private static RunningCourtside box;
    private static S3Server bucket;

    @BeforeAll
    static void start() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        TinyBlip.write(models);
        TinyWhisper.write(models.resolve("ggml-base.bin"));
        central = new RunningCourtside(
                        folder.resolve("central"),
                        Map.of("COURTSIDE_PROCESSING_KEY", KEY, "COURTSIDE_MODELS", models.toString()))
                .start();
        bucket = S3Server.started();
        box = new RunningCourtside(folder.resolve("box"), settings()).start();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(bucket.settings(bucket.bucket()));
        settings.put("S3_LOCAL_DAYS", "0");
        settings.put("VULTR_API_URL", central.address());
        settings.put("VULTR_API_KEY", KEY);
        settings.put("VULTR_AUTO_UPLOAD", "true");
        settings.put("VULTR_COMPRESS", "true");
        return settings;
    }

    @AfterAll
    static void stop() throws IOException {
        if (box != null) box.close();
        if (central != null) central.close();
        if (bucket != null) bucket.close();
    }

    @Test
    void a_recording_is_processed_elsewhere_and_comes_back_described_and_subtitled() throws Exception {
        Api club = box.api().as("club");
        String id;
        String certified;
        try (Match match = Match.onCourt(box, club, "terrain-1").record(5)) {
            match.awaitElapsed(3);
            id = match.stop().path("video_id").asText();
            match.awaitState("completed", Duration.ofSeconds(90));
            certified = Await.value(
                    "the certificate", () -> match.status().path("sha256").asText(""), sha256 -> sha256.length() == 64);
        }

        JsonNode sent = Await.value(
                "the video to be processed",
                PATIENCE,
                () -> club.get("/api/videos/" + id).json(),
                video -> uploadsDone(video) == 2);

        assertThat(sent.path("auto_upload_completed").asBoolean()).isTrue();
        JsonNode upload = upload(sent, "processing_server");
        assertThat(upload.path("status").asText()).as(sent.toString()).isEqualTo("done");
        assertThat(upload.path("attempts").asInt()).isEqualTo(1);
        assertThat(sent.path("platforms").toString()).contains("Camera Recording", "Vultr Processing");
        String told = club.get(
                        "/api/vultr/upload/status/" + upload.path("task_id").asText())
                .text();
        assertThat(sent.path("description").textValue()).as(told).isNotBlank();
        assertThat(sent.path("subtitles_url").textValue()).as(told).isNotBlank();
        assertThat(club.get(sent.path("subtitles_url").asText()).text()).startsWith("WEBVTT");

        Api operator = central.api().as("admin");
        JsonNode there = operator.get(
                        "/api/videos/" + upload.path("remote_task_id").asText())
                .json();
        assertThat(there.path("status").asText()).isEqualTo("ready");
        assertThat(there.at("/renditions/0/width").asInt()).isEqualTo(1080);
        assertThat(there.path("title").asText()).isEqualTo(sent.path("title").asText());
        seeThatASmallerCopyWentThere(sent, there);
        seeThatTheBucketHasIt(club, sent, certified);
        seeThePages(id);
    }

    private static long uploadsDone(JsonNode video) {
        return StreamSupport.stream(video.path("vultr_uploads").spliterator(), false)
                .filter(upload -> upload.path("status").asText().equals("done"))
                .count();
    }

    private static JsonNode upload(JsonNode video, String target) {
        return StreamSupport.stream(video.path("vultr_uploads").spliterator(), false)
                .filter(upload -> upload.path("target").asText().equals(target))
                .findFirst()
                .orElseThrow();
    }

    /** The bucket gets the recording as it is. */
    private static void seeThatASmallerCopyWentThere(JsonNode video, JsonNode there) throws IOException {
        long recorded = video.path("size_bytes").asLong();
        assertThat(there.path("size_bytes").asLong())
                .isPositive()
                .isLessThan(recorded)
                .isEqualTo(upload(video, "processing_server").path("file_size").asLong());
        assertThat(there.path("duration_seconds").asDouble())
                .isCloseTo(video.path("duration_seconds").asDouble(), within(0.2));
        assertThat(upload(video, "bucket").path("file_size").asLong()).isEqualTo(recorded);
        Await.until("the smaller copy is gone", PATIENCE, () -> {
            try (Stream<Path> kept = Files.walk(box.data().resolve("videos"))) {
                return kept.noneMatch(file -> file.toString().contains("-sent-"));
            }
        });
    }

    /** And nowhere else: its file goes from here once the bucket has confirmed it, and is watched from there. */
    private static void seeThatTheBucketHasIt(Api club, JsonNode video, String certified) throws Exception {
        String id = video.path("id").asText();
        Path file = box.data().resolve("videos").resolve(video.path("club_id").asText());
        Await.until("the file to go from here", PATIENCE, () -> {
            try (Stream<Path> left = Files.list(file)) {
                return left.noneMatch(name -> name.toString().endsWith(".mp4"));
            }
        });
        HttpRequest ask = HttpRequest.newBuilder(URI.create(box.address("/media/videos/" + id + ".mp4")))
                .header("Authorization", "Bearer " + club.token())
                .build();
        HttpResponse<Void> there = HttpClient.newHttpClient().send(ask, BodyHandlers.discarding());
        assertThat(there.statusCode()).isEqualTo(302);
        HttpResponse<byte[]> watched = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        there.headers().firstValue("Location").orElseThrow()))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(watched.statusCode()).isEqualTo(200);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(watched.body())))
                .isEqualTo(certified);
        assertThat(club.get("/api/videos/" + id).get("status")).isEqualTo("ready");
    }

    private void seeThePages(String video) {
        try (Browser staff = Browser.phone(box, "en").signIn("club")) {
            staff.open("/jobs.xhtml");
            staff.await(
                    "the upload", d -> staff.<Long>script("document.querySelectorAll('#sent .jb-row').length") >= 1);
            assertThat(staff.text("#uploads")).contains("Processing server", central.address());
            if (Screens.areWanted()) Screens.take(staff, "jobs-uploads");
            staff.open("/video.xhtml?id=" + video);
            assertThat(staff.text(".vd-sent")).contains("Processing server", "Bucket");
            staff.script("void document.querySelector('video').play()");
            staff.await(
                    "it plays from the bucket",
                    d -> staff.<Boolean>script("document.querySelector('video').currentTime > 0.3"));
            if (Screens.areWanted()) Screens.take(staff, "video-uploads");
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
