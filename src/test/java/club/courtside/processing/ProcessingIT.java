package club.courtside.processing;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.library.inventory.Fingerprint;
import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.Ffprobe;
import club.courtside.support.Films;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.SentFilm;
import club.courtside.support.Shared;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a film that no browser plays to one that every browser plays, without anybody touching it. */
@ExtendWith(Shared.class)
class ProcessingIT {

    /** A machine that is late with its cameras converts nothing for a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** Other matches may have jobs too. */
    private static final String ROWS_OF_IT =
            "[...document.querySelectorAll('.jb-row')].filter(row => row.innerText.includes('Phone')).length";

    @TempDir
    Path folder;

    private final RunningCourtside courtside;
    private final Api club;

    ProcessingIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void while_it_is_converted_its_page_says_so() throws Exception {
        Path film = new Films(folder)
                .run("Court.mkv", "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=25:d=10", "-c:v", "mpeg4", "-q:v", "5");
        try (Browser staff = Browser.phone(courtside, "en").signIn("club")) {
            String video = upload(film);
            try {
                staff.open("/video.xhtml?id=" + video);
                assertThat(staff.text("#trouble"))
                        .contains("It is being converted")
                        .doesNotContain("upload it again");
                Await.until("the copy", PATIENCE, () -> club.get("/api/videos/" + video)
                        .get("status")
                        .equals("ready"));
                staff.await(
                        "no trouble left",
                        d -> staff.<Boolean>script("document.querySelector('#trouble').innerText.trim() === ''"));
                assertThat(staff.consoleErrors()).isEmpty();
            } finally {
                club.delete("/api/video/files/" + video + "/delete");
                club.delete("/api/uploads/" + video);
            }
        }
    }

    @Test
    void an_uploaded_film_is_converted_and_what_has_no_model_is_skipped() throws Exception {
        Path film = new Films(folder)
                .run(
                        "Phone.mkv",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=640x360:r=25:d=2",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=2",
                        "-c:v",
                        "libx265",
                        "-preset",
                        "ultrafast",
                        "-x265-params",
                        "log-level=none",
                        "-c:a",
                        "libopus");
        String video = upload(film);
        try {
            JsonNode ready = Await.value(
                    "the video to be ready",
                    PATIENCE,
                    () -> club.get("/api/videos/" + video).json(),
                    found -> found.path("status").asText().equals("ready"));

            JsonNode copy = ready.at("/renditions/0");
            assertThat(copy.path("format").asText()).isEqualTo("portrait");
            Path copied = download(copy.path("url").asText(), "copy.mp4");
            Ffprobe probed = Ffprobe.of(copied);
            assertThat(probed.size()).isEqualTo("1080x1920");
            assertThat(probed.codecs()).containsExactlyInAnyOrder("h264", "aac");
            assertThat(probed.decodeErrors()).isEmpty();
            assertThat(Files.size(copied)).isEqualTo(copy.path("size_bytes").asLong());
            assertThat(download("/media/videos/" + video + ".mp4", "watched.mp4"))
                    .hasSameBinaryContentAs(copied);
            assertThat(download(ready.path("download_url").asText(), "original.mkv"))
                    .hasSameBinaryContentAs(film);
            assertThat(jobs(video))
                    .containsEntry("convert", "done")
                    .containsEntry("describe", "skipped")
                    .containsEntry("subtitle", "skipped");
            seeThePages(video);
        } finally {
            club.delete("/api/video/files/" + video + "/delete");
            club.delete("/api/uploads/" + video);
        }
        Await.until("its copies to be gone", () -> {
            try (var files = Files.walk(courtside.data().resolve("videos/.renditions"))) {
                return files.noneMatch(file -> file.getFileName().toString().startsWith(video));
            }
        });
    }

    @Test
    void a_recording_is_made_smaller_once_it_is_over_and_its_certificate_holds() throws Exception {
        String id = club.get("/api/clubs").json().at("/items/0/id").asText();
        try (Match match = Match.onCourt(courtside, club, "terrain-1").record(5)) {
            compact(id, true);
            match.awaitElapsed(4);
            String video = match.stop().path("video_id").asText();
            match.awaitState("completed", Duration.ofSeconds(90));
            JsonNode recorded = match.status();

            JsonNode certificate = Await.value(
                    "the compact copy",
                    PATIENCE,
                    () -> club.get("/api/video/files/" + video + "/certificate").json(),
                    now -> now.hasNonNull("compacted_at"));

            Path file = match.file();
            assertThat(certificate.path("sha256").asText()).isEqualTo(Fingerprint.of(file));
            assertThat(certificate.path("size_bytes").asLong())
                    .isEqualTo(Files.size(file))
                    .isLessThan(recorded.path("bytes").asLong());
            Ffprobe probed = Ffprobe.of(file);
            assertThat(probed.codecs()).containsExactlyInAnyOrder("h264", "aac");
            assertThat(probed.decodeErrors()).isEmpty();
            double elapsed = recorded.path("elapsed_seconds").asDouble();
            double gone = recorded.path("gaps").findValues("seconds").stream()
                    .mapToDouble(JsonNode::asDouble)
                    .sum();
            assertThat(probed.seconds()).as(recorded.toString()).isBetween(elapsed - gone - 0.3, elapsed + 0.3);
            JsonNode shown = club.get("/api/videos/" + video).json();
            assertThat(shown.path("status").asText()).isEqualTo("ready");
            assertThat(shown.path("size_bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(download(shown.path("download_url").asText() + "?original", "saved.mp4"))
                    .hasSameBinaryContentAs(file);
            Await.until("the job to be done", () -> "done".equals(jobs(video).get("compact")));
            try (Browser staff = Browser.phone(courtside, "en").signIn("club")) {
                staff.open("/video.xhtml?id=" + video);
                assertThat(staff.text(".cs-cert")).contains("Stored compactly");
                staff.open("/admin/club.xhtml?id=" + id);
                assertThat(staff.text("#club")).contains("Store recordings compactly");
                assertThat(staff.consoleErrors()).isEmpty();
            }
        } finally {
            compact(id, false);
        }
    }

    private void compact(String id, boolean wanted) {
        assertThat(club.put("/api/clubs/" + id, Map.of("processing", Map.of("compact", wanted)))
                        .status())
                .isEqualTo(200);
    }

    private void seeThePages(String video) {
        try (Browser staff = Browser.phone(courtside, "en").signIn("club")) {
            staff.open("/jobs.xhtml");
            staff.await("its jobs", d -> staff.<Long>script(ROWS_OF_IT) == 3);
            staff.open("/video.xhtml?id=" + video);
            staff.script("void document.querySelector('video').play()");
            staff.await("it plays", d -> staff.<Boolean>script("document.querySelector('video').currentTime > 0.3"));
            assertThat(staff.text(".vd-copies")).contains("1080 × 1920");
            assertThat(staff.<Boolean>script("document.querySelector('[data-unplayable]').hidden"))
                    .isTrue();
            assertThat(staff.consoleErrors()).isEmpty();
        }
    }

    private Map<String, String> jobs(String video) {
        Map<String, String> states = new HashMap<>();
        club.get("/api/videos/" + video + "/jobs")
                .json()
                .path("items")
                .forEach(job ->
                        states.put(job.path("kind").asText(), job.path("state").asText()));
        return states;
    }

    private String upload(Path film) throws Exception {
        String id = SentFilm.into(courtside, club, film);
        Await.until(
                "it to be in the library", () -> club.get("/api/videos/" + id).status() == 200);
        return id;
    }

    private Path download(String path, String to) throws Exception {
        var answer =
                HttpClient.newHttpClient().send(request(path).GET().build(), BodyHandlers.ofFile(folder.resolve(to)));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(courtside.address(path)))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + club.token());
    }
}
