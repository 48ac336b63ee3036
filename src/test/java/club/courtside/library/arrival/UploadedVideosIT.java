package club.courtside.library.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Films;
import club.courtside.support.Json;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole file in one request, as programs made for Hospup send it. */
@ExtendWith(Shared.class)
class UploadedVideosIT {

    private static final String BOUNDARY = "----courtside-test";

    @TempDir
    Path folder;

    private final RunningCourtside courtside;
    private final Api club;

    UploadedVideosIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void a_film_is_uploaded_then_processed_then_ready() throws Exception {
        String id = accepted(
                "../Finale \u00e9t\u00e9.mp4",
                Files.readAllBytes(new Films(folder).usual("film.mp4", "-c:v", "libx264")));
        try {
            Await.until("it is ready", () -> status(id).equals("ready"));
            var ready = club.get("/api/v1/videos/" + id).json();
            assertThat(ready.path("title").asText()).isEqualTo("Finale \u00e9t\u00e9");
            assertThat(ready.path("duration_seconds").asDouble()).isBetween(0.8, 1.3);
            assertThat(ready.path("download_url").asText()).contains(id);
            assertThat(ready.path("renditions").isArray()).isTrue();
        } finally {
            club.delete("/api/video/files/" + id + "/delete");
        }
    }

    @Test
    void what_is_no_film_fails_with_its_reason() throws Exception {
        String id = accepted("notes.mp4", "not a film".getBytes(StandardCharsets.UTF_8));
        try {
            Await.until("it failed", () -> status(id).equals("failed"));
            assertThat(club.get("/api/v1/videos/" + id).get("reason")).isEqualTo("no_video");
        } finally {
            club.delete("/api/uploads/" + id);
        }
    }

    @Test
    void an_empty_file_a_missing_one_and_an_unknown_club_are_refused_and_nothing_is_kept() throws Exception {
        assertThat(refusal(form("file", "x.mp4", new byte[0]))).startsWith("400 file");
        assertThat(refusal(form("film", "x.mp4", "abc".getBytes(StandardCharsets.UTF_8))))
                .startsWith("400 file");
        byte[] elsewhere = form("file", "x.mp4", "abc".getBytes(StandardCharsets.UTF_8), "club_id", "nobodys");
        assertThat(refusal(elsewhere)).startsWith("404");
        try (var files = Files.list(courtside.data().resolve("videos/.arriving"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".chunk"));
        }
    }

    private String status(String id) {
        return club.get("/api/v1/videos/" + id).get("status");
    }

    private String accepted(String name, byte[] content) throws Exception {
        HttpResponse<String> answer = send(form("file", name, content));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Json.parse(answer.body()).path("status").asText()).isEqualTo("uploaded");
        return Json.parse(answer.body()).path("id").asText();
    }

    private String refusal(byte[] form) throws Exception {
        HttpResponse<String> answer = send(form);
        return answer.statusCode() + " "
                + Json.parse(answer.body()).path("field").asText();
    }

    private HttpResponse<String> send(byte[] form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(courtside.address("/api/v1/upload")))
                .header("Authorization", "Bearer " + club.token())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** @param more a further field and its value */
    private static byte[] form(String field, String name, byte[] content, String... more) throws IOException {
        var form = new ByteArrayOutputStream();
        if (more.length > 0)
            form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + more[0] + "\"\r\n\r\n"
                            + more[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: video/mp4\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.write(content);
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
