package club.courtside.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** A file that somebody has sent into the library from their computer. */
public final class SentFilm {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SentFilm() {}

    /** @return the id that its video has, or will have once it was looked at */
    public static String into(RunningCourtside courtside, Api club, Path film) throws IOException {
        String id = announced(courtside, club, film.getFileName().toString(), Files.size(film));
        try {
            int status = HTTP.send(
                            request(courtside, club, "/api/uploads/" + id)
                                    .header("Upload-Offset", "0")
                                    .header("Content-Type", "application/offset+octet-stream")
                                    .method("PATCH", BodyPublishers.ofFile(film))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isEqualTo(204);
            return id;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** One of which nothing has come yet. */
    public static String announced(RunningCourtside courtside, Api club, String name, long bytes) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        try {
            String place = HTTP.send(
                            request(courtside, club, "/api/uploads")
                                    .header("Upload-Length", String.valueOf(bytes))
                                    .header("Upload-Metadata", "filename " + encoded)
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return place.substring(place.lastIndexOf('/') + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder request(RunningCourtside courtside, Api club, String path) {
        return HttpRequest.newBuilder(URI.create(courtside.address(path)))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(60))
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer " + club.token());
    }
}
