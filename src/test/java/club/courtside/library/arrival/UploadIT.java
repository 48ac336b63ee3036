package club.courtside.library.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files from somebody's computer, through the page and through the API. */
@ExtendWith(Shared.class)
class UploadIT {

    private static final int SLOWLY = 40_000;

    @TempDir
    Path folder;

    private final RunningCourtside courtside;

    UploadIT(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    @Test
    void a_film_that_was_interrupted_goes_on_and_plays_and_what_is_no_film_is_refused() throws Exception {
        Path match = film("Finale.mp4", "-b:v", "6M", "-minrate", "6M", "-maxrate", "6M", "-bufsize", "1M");
        Path phone = film("Sur le téléphone.mkv");
        Path text = Files.writeString(folder.resolve("Vacances.mp4"), "not a film");
        try (Browser staff = Browser.desktop(courtside).signIn("club")) {
            staff.open("/library.xhtml").sendsAt(SLOWLY).choose("[type=file]", match);
            staff.await(
                    "a part is here", d -> staff.<Boolean>script("document.querySelector('.up progress').value > 0.1"));
            staff.click("[data-do=pause]");
            staff.open("/library.xhtml").sendsAt(-1);
            assertThat(staff.text(".up-row [data-line]")).contains("choose the same file again");
            staff.choose("[type=file]", match, phone, text);

            staff.await("both films", d -> count(staff, "done") == 2 && count(staff, "refused") == 1);
            assertThat(staff.text("[data-state=refused] [data-line]")).startsWith("This file is not a video.");
            staff.await(
                    "them in the list",
                    d -> staff.<Boolean>script("document.querySelectorAll('.cs-video').length > 1"));
            staff.click("[data-state=refused] [data-do=cancel]");
            staff.click(".up-row:first-child [data-watch]");
            staff.await("its page", d -> staff.url().contains("/video.xhtml"));
            assertThat(staff.text("h1")).isEqualTo("Finale");
            staff.script("void document.querySelector('video').play()");
            staff.await("it plays", d -> staff.<Boolean>script("document.querySelector('video').currentTime > 0.3"));
            assertThat(staff.consoleErrors()).isEmpty();
        } finally {
            removeAll();
        }
    }

    private static long count(Browser browser, String state) {
        return browser.<Long>script(
                "document.querySelectorAll('.up-row[data-state=' + arguments[0] + ']').length", state);
    }

    @Test
    void the_api_speaks_tus() throws Exception {
        Api club = courtside.api().as("club");
        String name = "filename " + Base64.getEncoder().encodeToString("x.mp4".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder announce = to("/api/uploads", club).POST(BodyPublishers.noBody());
        assertThat(send(announce).headers().firstValue("Tus-Version")).contains("1.0.0");
        announce.header("Tus-Resumable", "1.0.0").header("Upload-Length", "7").header("Upload-Metadata", name);
        HttpResponse<String> made = send(announce);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Upload-Expires")).isPresent();
        String place = made.headers().firstValue("Location").orElseThrow();
        String path = place.substring(place.indexOf("/api/"));
        try {
            HttpResponse<String> sent = send(piece(path, club, 0).method("PATCH", BodyPublishers.ofString("a m")));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
            assertThat(sent.headers().firstValue("Upload-Offset")).contains("3");
            // Where a client can only send POST.
            HttpResponse<String> wrong = send(piece(path, club, 0)
                    .header("X-HTTP-Method-Override", "PATCH")
                    .POST(BodyPublishers.ofString("a m")));
            assertThat(wrong.statusCode()).isEqualTo(409);
            assertThat(wrong.headers().firstValue("Tus-Resumable")).contains("1.0.0");
            HttpResponse<String> head =
                    send(to(path, club).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody()));
            assertThat(head.headers().firstValue("Upload-Offset")).contains("3");
            assertThat(head.headers().firstValue("Upload-Length")).contains("7");
            assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(courtside.api().as("admin").get(path).status()).isEqualTo(404);
        } finally {
            assertThat(club.delete(path).status()).isEqualTo(204);
        }
    }

    private HttpRequest.Builder piece(String path, Api as, int offset) {
        return to(path, as)
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", String.valueOf(offset));
    }

    private HttpRequest.Builder to(String path, Api as) {
        return HttpRequest.newBuilder(URI.create(courtside.address(path)))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + as.token());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private void removeAll() {
        Api club = courtside.api().as("club");
        club.get("/api/uploads").json().path("items").forEach(upload -> {
            if (upload.hasNonNull("video_id"))
                club.delete("/api/video/files/" + upload.path("video_id").asText() + "/delete?club_id="
                        + upload.path("club_id").asText());
            club.delete("/api/uploads/" + upload.path("id").asText());
        });
    }

    private Path film(String name, String... how) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-y", "-loglevel", "error", "-f", "lavfi"));
        command.addAll(List.of("-i", "testsrc2=s=320x180:r=25:d=3", "-f", "lavfi", "-i", "sine=d=3"));
        command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"));
        command.addAll(List.of(how));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return file;
    }
}
