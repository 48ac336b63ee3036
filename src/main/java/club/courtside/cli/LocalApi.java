package club.courtside.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The API of the running web application for a command on its own machine, signed in by the key in the data folder. */
final class LocalApi implements AutoCloseable {

    /** @param status 200 for what was there already, 201 for what is new */
    record Answer(int status, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DISK_FULL = 507;

    private final Installation installation;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String accessToken;
    private String refreshToken;

    private LocalApi(Installation installation, List<String> tokens) {
        this.installation = installation;
        this.accessToken = tokens.get(0);
        this.refreshToken = tokens.get(1);
    }

    static LocalApi signIn(Installation installation, LocalCalls local) throws InterruptedException {
        return new LocalApi(installation, local.post("sign-in", ""));
    }

    /** @throws IOException when nobody answers at this moment */
    JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, null).body();
    }

    /** @throws IOException when nobody answers at this moment */
    Answer post(String path, Map<String, ?> content) throws IOException, InterruptedException {
        return call("POST", path, JSON.writeValueAsString(content));
    }

    private Answer call(String method, String path, String content) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, content);
        if (answer.statusCode() == 401) {
            renew();
            answer = send(method, path, content);
        }
        if (answer.statusCode() / 100 != 2) throw refused(answer);
        return new Answer(
                answer.statusCode(), answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
    }

    /** Access tokens live for minutes, matches for hours. */
    private void renew() throws IOException, InterruptedException {
        String wish = JSON.writeValueAsString(Map.of("refresh_token", refreshToken));
        HttpResponse<String> answer = send("POST", "/api/auth/refresh", wish);
        if (answer.statusCode() != 200) throw refused(answer);
        JsonNode fresh = JSON.readTree(answer.body());
        accessToken = fresh.path("access_token").asText();
        refreshToken = fresh.path("refresh_token").asText();
    }

    private HttpResponse<String> send(String method, String path, String content)
            throws IOException, InterruptedException {
        String address = RunFile.read(installation)
                .map(RunFile.Running::address)
                .orElseThrow(() -> new IOException("Courtside has just stopped"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + accessToken)
                .timeout(PATIENCE);
        if (content == null) request.method(method, HttpRequest.BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(content));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** While the web application starts or its database is away, nobody answers either. */
    private static Refused refused(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 500 && status != DISK_FULL) throw new IOException("it answers with status " + status);
        return Refused.of(answer);
    }

    /** Signs out. */
    @Override
    public void close() {
        try {
            post("/api/auth/logout", Map.of("refresh_token", refreshToken));
        } catch (IOException | Refused e) {
            // then the sign-in ends by time
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
