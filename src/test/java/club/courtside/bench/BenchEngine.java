package club.courtside.bench;

import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.engine.client.EngineProcess;
import club.courtside.support.Await;
import club.courtside.support.RunningCourtside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An engine as the web application starts it: the same program, the same options, a data folder of its own. */
public final class BenchEngine implements AutoCloseable {

    private final EngineClient client;
    private final ProcessHandle process;
    private final Path videos;

    public BenchEngine(Path data) throws IOException {
        this.videos = Files.createDirectories(data.resolve("videos"));
        var engine = new EngineProcess(
                data, RunningCourtside.home().resolve("engine") + "/*", Map.of("courtside.engine.idle-seconds", "600"));
        client = engine.connect();
        process = ProcessHandle.of(client.status().pid()).orElseThrow();
    }

    public EngineClient client() {
        return client;
    }

    public ProcessHandle process() {
        return process;
    }

    public long pid() {
        return process.pid();
    }

    /** Holds a connection to the camera, which the relay offers too. */
    public void connect(String camera, String url) {
        client.putFeed(camera, new FeedSpec(url, null, null, "tcp", true, List.of("bench/" + camera)));
    }

    public RecordingStatus record(String id, String camera, Duration length) {
        return client.putRecording(
                id, new RecordingSpec(camera, file(id).toString(), Instant.now().plus(length), null, true, null));
    }

    public Path file(String recording) {
        return videos.resolve(recording + ".mp4");
    }

    /** Finishes what it records and ends. */
    @Override
    public void close() {
        try {
            client.shutdown();
            Await.until("the engine ends", Duration.ofSeconds(30), () -> !process.isAlive());
        } catch (EngineException | AssertionError e) {
            process.destroyForcibly();
        }
    }
}
