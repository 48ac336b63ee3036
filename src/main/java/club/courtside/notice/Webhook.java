package club.courtside.notice;

import club.courtside.platform.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An address that takes messages as Discord ({@code content}) and Slack ({@code text}) do. It is a secret: whoever knows it may write there. */
@ApplicationScoped
public class Webhook {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** What Discord takes. */
    private static final int LONGEST = 2000;

    private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404, 405, 410, 413, 415);

    private final Optional<String> address;
    private final HttpClient http;

    @Inject
    public Webhook(@ConfigProperty(name = "notify.webhook.url") Optional<String> address) {
        this.address = address;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    protected Webhook() {
        this.address = Optional.empty();
        this.http = null;
    }

    boolean isSet() {
        return address.isPresent();
    }

    void post(Notice notice) throws NotDelivered {
        String text = notice.title() + "\n" + notice.words() + "\n" + notice.link();
        String message = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("content", message);
        content.put("text", message);
        // Names and titles are people's own words: nobody is called by them.
        content.put("allowed_mentions", Map.of("parse", Set.of()));
        judge(send(json(content)));
    }

    private static String json(Map<String, Object> content) {
        try {
            return Json.MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<Void> send(String content) throws NotDelivered {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.orElseThrow()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(content))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IllegalArgumentException e) {
            throw NotDelivered.forGood("NOTIFY_WEBHOOK_URL is not an address");
        } catch (IOException e) {
            throw NotDelivered.forNow(
                    "the webhook does not answer: " + e.getClass().getSimpleName(), e, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotDelivered.forNow("Courtside ends", e, Duration.ZERO);
        }
    }

    private static void judge(HttpResponse<Void> answer) throws NotDelivered {
        int status = answer.statusCode();
        if (status / 100 == 2) return;
        String words = "the webhook answers with status " + status;
        if (FINAL.contains(status)) throw NotDelivered.forGood(words);
        Duration pause = answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
        throw NotDelivered.forNow(words, null, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
