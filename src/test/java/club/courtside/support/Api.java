package club.courtside.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Courtside's API as a client program uses it. */
public final class Api {

    public record Answer(int status, String contentType, byte[] body) {
        public JsonNode json() {
            return Json.parse(text());
        }

        public String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }

        public String get(String field) {
            return json().path(field).asText(null);
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final RunningCourtside courtside;
    private final String token;

    Api(RunningCourtside courtside) {
        this(courtside, null);
    }

    private Api(RunningCourtside courtside, String token) {
        this.courtside = courtside;
        this.token = token;
    }

    /** @param who {@code admin}, {@code club} or {@code player} of the demo club */
    public Api as(String who) {
        return signedIn(who + "@demo.club", RunningCourtside.PASSWORD);
    }

    public Api signedIn(String email, String password) {
        Answer answer = post("/api/auth/login", Map.of("email", email, "password", password));
        if (answer.status() != 200) throw new AssertionError("sign-in: " + answer.status() + " " + answer.text());
        return new Api(courtside, answer.get("access_token"));
    }

    public String token() {
        return token;
    }

    /** Waits until the answer has a value in that field. */
    public void awaitField(String path, String field) {
        Await.until(field + " at " + path, () -> get(path).json().hasNonNull(field));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    public Answer post(String path, Object body) {
        return postText(path, Json.write(body));
    }

    /** Without content, and without saying what it would be. */
    public Answer post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer options(String path) {
        return send(request(path).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    public Answer postText(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer put(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /**
     * The status alone, whatever comes after it and however long that would go on. By HTTP/1.1: there a connection that is
     * closed says that nobody is interested any more.
     *
     * @param content JSON; null for none
     */
    public int status(String method, String path, String content) {
        HttpRequest.Builder request =
                request(path).version(HttpClient.Version.HTTP_1_1).method(method, body(content));
        if (content != null) request.header("Content-Type", "application/json");
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.BodyPublisher body(String content) {
        return content == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(content);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(courtside.address(path))).timeout(Duration.ofSeconds(120));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
