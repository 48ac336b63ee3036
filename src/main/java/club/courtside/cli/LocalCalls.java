package club.courtside.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** What the running web application tells a command on its own machine, proved by the key in the data folder. */
final class LocalCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Installation installation;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    LocalCalls(Installation installation) {
        this.installation = installation;
    }

    /** Whether a web application answers on our data folder. */
    boolean serves() throws InterruptedException {
        if (RunFile.read(installation).filter(RunFile.Running::launcherIsAlive).isEmpty()) return false;
        try {
            return call("GET", "/mp-health/ready", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param what {@code cameras}, {@code targets}, {@code videos} or {@code checksums} */
    List<String> lines(String what) throws InterruptedException {
        return lines("GET", what, "");
    }

    /** @param what {@code backup}, {@code import} or {@code sign-in} */
    List<String> post(String what, String content) throws InterruptedException {
        return lines("POST", what, content);
    }

    private List<String> lines(String method, String what, String content) throws InterruptedException {
        try {
            HttpResponse<String> answer = call(method, "/api/local/" + what, content);
            if (answer.statusCode() == 200) return answer.body().lines().toList();
            if (answer.statusCode() < 500) throw Refused.of(answer);
            throw new CannotRun("The web application answered with status " + answer.statusCode()
                    + ". The reason stands in " + installation.log("courtside.log") + ".");
        } catch (IOException e) {
            throw new CannotRun("The web application does not answer: " + e.getMessage());
        }
    }

    private HttpResponse<String> call(String method, String path, String content)
            throws IOException, InterruptedException {
        String address = RunFile.read(installation)
                .orElseThrow(() -> new CannotRun("Courtside has just stopped."))
                .address();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "text/plain; charset=utf-8")
                .method(
                        method,
                        content.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(content))
                .timeout(PATIENCE);
        if (path.startsWith("/api/local/")) request.header("Courtside-Local", key());
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String key() throws IOException {
        return HexFormat.of()
                .formatHex(
                        Files.readAllBytes(installation.data().resolve("keys").resolve("local")));
    }
}
