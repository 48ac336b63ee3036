package club.courtside.engine.client;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.api.ExamineSpec;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.JoinSpec;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayReader;
import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.api.StripSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.ThumbnailSpec;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@link EngineClient} over {@link java.net.http}. */
public final class HttpEngineClient implements EngineClient {

    /** Nothing that is only said or asked takes longer than a second, however long the recording. */
    private static final Duration USUAL = Duration.ofSeconds(4);

    /** Waits for a connection to end. */
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private static final Duration PICTURE = Duration.ofSeconds(30);
    private static final Duration LOOKING_AT_A_FILE = Duration.ofSeconds(100);
    private static final Duration FINISHING_A_FILE = Duration.ofMinutes(20);
    private static final Duration READING_A_FILE = Duration.ofMinutes(70);

    /** The engine says every second that it is alive. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final HttpClient http;
    private final RunningEngine engine;

    public HttpEngineClient(HttpClient http, RunningEngine engine) {
        this.http = http;
        this.engine = engine;
    }

    @Override
    public EngineStatus status() {
        return status(USUAL);
    }

    EngineStatus status(Duration timeout) {
        return call(request("/status", timeout).GET(), EngineStatus.class);
    }

    @Override
    public FeedStatus putFeed(String id, FeedSpec spec) {
        return call(request("/feeds/" + id, USUAL).PUT(json(spec)), FeedStatus.class);
    }

    @Override
    public FeedStatus feed(String id) {
        return call(request("/feeds/" + id, USUAL).GET(), FeedStatus.class);
    }

    @Override
    public void deleteFeed(String id) {
        call(request("/feeds/" + id, CLOSING).DELETE(), Void.class);
    }

    @Override
    public FeedStatus checkFeed(String id, Duration timeout, int attempts) {
        var request = request("/feeds/" + id + "/check" + limits(timeout, attempts), timeout.plus(USUAL));
        return call(request.POST(HttpRequest.BodyPublishers.noBody()), FeedStatus.class);
    }

    @Override
    public FeedStatus check(FeedSpec spec, Duration timeout, int attempts) {
        var request = request("/check" + limits(timeout, attempts), timeout.plus(USUAL));
        return call(request.POST(json(spec)), FeedStatus.class);
    }

    private static String limits(Duration timeout, int attempts) {
        return "?timeout_ms=" + timeout.toMillis() + "&attempts=" + attempts;
    }

    @Override
    public RecordingStatus putRecording(String id, RecordingSpec spec) {
        return call(request("/recordings/" + id, USUAL).PUT(json(spec)), RecordingStatus.class);
    }

    @Override
    public RecordingStatus recording(String id) {
        return call(request("/recordings/" + id, USUAL).GET(), RecordingStatus.class);
    }

    @Override
    public RecordingStatus stopRecording(String id) {
        var request = request("/recordings/" + id + "/stop", USUAL);
        return call(request.POST(HttpRequest.BodyPublishers.noBody()), RecordingStatus.class);
    }

    @Override
    public void deleteRecording(String id) {
        call(request("/recordings/" + id, USUAL).DELETE(), Void.class);
    }

    @Override
    public MediaInfo probe(String file) {
        return call(request("/probe", LOOKING_AT_A_FILE).POST(json(Map.of("file", file))), MediaInfo.class);
    }

    @Override
    public Examined examine(ExamineSpec spec) {
        return call(request("/examine", READING_A_FILE).POST(json(spec)), Examined.class);
    }

    @Override
    public Examined join(JoinSpec spec) {
        return call(request("/join", READING_A_FILE).POST(json(spec)), Examined.class);
    }

    @Override
    public RecordingStatus finish(String file) {
        return call(request("/finish", FINISHING_A_FILE).POST(json(Map.of("file", file))), RecordingStatus.class);
    }

    @Override
    public void thumbnail(ThumbnailSpec spec) {
        call(request("/thumbnail", LOOKING_AT_A_FILE).POST(json(spec)), Void.class);
    }

    @Override
    public TaskStatus putTask(String id, TaskSpec spec) {
        return call(request("/tasks/" + id, USUAL).PUT(json(spec)), TaskStatus.class);
    }

    @Override
    public TaskStatus task(String id) {
        return call(request("/tasks/" + id, USUAL).GET(), TaskStatus.class);
    }

    @Override
    public List<TaskStatus> tasks() {
        return List.of(call(request("/tasks", USUAL).GET(), TaskStatus[].class));
    }

    @Override
    public void deleteTask(String id) {
        call(request("/tasks/" + id, CLOSING).DELETE(), Void.class);
    }

    @Override
    public void strip(StripSpec spec) {
        call(request("/strip", FINISHING_A_FILE).POST(json(spec)), Void.class);
    }

    @Override
    public void answerRelayLogin(String id, RelayAnswer answer) {
        call(request("/relay/logins/" + id, USUAL).POST(json(answer)), Void.class);
    }

    @Override
    public List<RelayReader> relayReaders() {
        return List.of(call(request("/relay/readers", USUAL).GET(), RelayReader[].class));
    }

    @Override
    public void endRelayReader(String id) {
        call(request("/relay/readers/" + id, USUAL).DELETE(), Void.class);
    }

    @Override
    public byte[] snapshot(String feedId, int width) {
        return call(request("/feeds/" + feedId + "/snapshot.jpg?width=" + width, PICTURE)
                .GET());
    }

    @Override
    public CompletionStage<Live> live(String feedId, String kind, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        var request = endless("/feeds/" + feedId + "/" + kind + parameters);
        var answer =
                http.sendAsync(request, HttpEngineClient::liveBody).orTimeout(PICTURE.toSeconds(), TimeUnit.SECONDS);
        return answer.handle((response, error) -> {
            if (error != null) throw unreachable(error);
            if (response.body().problem() != null)
                throw Answers.problem(response.statusCode(), response.body().problem());
            String type = response.headers().firstValue("Content-Type").orElse("application/octet-stream");
            return new Live(type, response.body().bytes());
        });
    }

    private record LiveBody(Flow.Publisher<List<ByteBuffer>> bytes, byte[] problem) {}

    private static HttpResponse.BodySubscriber<LiveBody> liveBody(HttpResponse.ResponseInfo info) {
        return Answers.isSuccess(info.statusCode())
                ? BodySubscribers.mapping(BodySubscribers.ofPublisher(), bytes -> new LiveBody(bytes, null))
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), problem -> new LiveBody(null, problem));
    }

    @Override
    public void events(Consumer<EngineEvent> to) {
        var lines = new EventLines();
        var answer = http.sendAsync(endless("/events"), info -> BodySubscribers.fromLineSubscriber(lines));
        answer.exceptionally(error -> {
            lines.onError(error);
            return null;
        });
        try {
            while (true)
                to.accept(Answers.value(lines.next(SILENCE).getBytes(StandardCharsets.UTF_8), EngineEvent.class));
        } catch (IOException e) {
            throw new EngineException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lines.cancel();
            answer.cancel(true);
        }
    }

    @Override
    public void shutdown() {
        call(request("/shutdown", USUAL).POST(HttpRequest.BodyPublishers.noBody()), Void.class);
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return request(path).timeout(timeout);
    }

    /** A time limit of the request may also end its answer. */
    private HttpRequest endless(String path) {
        return request(path).GET().build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + engine.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + engine.secret());
    }

    private <T> T call(HttpRequest.Builder request, Class<T> type) {
        byte[] body = call(request);
        return type == Void.class ? null : Answers.value(body, type);
    }

    private byte[] call(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (Answers.isSuccess(response.statusCode())) return response.body();
            throw Answers.problem(response.statusCode(), response.body());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while waiting for the engine", e);
        }
    }

    private static EngineException unreachable(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return new EngineException("the engine does not answer", cause);
    }

    private static HttpRequest.BodyPublisher json(Object value) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(EngineJson.MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
