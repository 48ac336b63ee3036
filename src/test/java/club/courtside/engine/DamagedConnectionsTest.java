package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.engine.client.EngineProcess;
import club.courtside.media.Pictures;
import club.courtside.support.Await;
import club.courtside.support.DamagedCamera;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged conversations with an engine of its own process, which records a good camera meanwhile. A tenth of them by
 * default; {@code -Dcourtside.damaged.connections=300} for all.
 */
class DamagedConnectionsTest {

    private static final int CONNECTIONS = Integer.getInteger("courtside.damaged.connections", 30);
    private static final int AT_ONCE = 6;

    @TempDir
    Path data;

    private final Map<Integer, String> ended = new ConcurrentHashMap<>();

    @AfterEach
    void endEngine() throws Exception {
        var engine = RunningEngine.read(data).flatMap(running -> ProcessHandle.of(running.pid()));
        if (engine.isEmpty()) return;
        engine.get().destroyForcibly();
        engine.get().onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void damaged_connections_end_no_engine_and_disturb_no_recording() throws Exception {
        EngineClient engine = new EngineProcess(data, System.getProperty("java.class.path"), Map.of()).connect();
        long pid = engine.status().pid();
        ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE);
        try (var good = new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL), SoundCodec.AAC);
                var damaged = new DamagedCamera(Pictures.h264().subList(0, 75).stream()
                        .map(Pictures::withParameters)
                        .toList())) {
            good.start();
            engine.putFeed("good", new FeedSpec(good.url(), null, null, null, true));
            engine.putRecording("good", recording("good"));
            Await.until("the good camera", () -> engine.recording("good").frames() > 0);
            for (int i = 0; i < CONNECTIONS; i++) {
                int number = i;
                visitors.execute(() -> visit(engine, damaged, number));
            }
            visitors.shutdown();
            assertThat(visitors.awaitTermination(60 + 2L * CONNECTIONS, TimeUnit.SECONDS))
                    .as("ended: " + ended)
                    .isTrue();
            assertThat(ended).hasSize(CONNECTIONS);
            assertThat(ended.values()).noneMatch(end -> end.startsWith("wrong"));
            assertThat(damaged.conversations()).isGreaterThanOrEqualTo(CONNECTIONS);
            assertThat(engine.status().pid()).as(log()).isEqualTo(pid);
            RecordingStatus whole = engine.stopRecording("good");
            assertThat(whole.gaps()).isEmpty();
            assertThat(whole.reconnects()).isZero();
        } finally {
            visitors.shutdownNow();
        }
    }

    /** Tried as a session would try it, then recorded for a moment. */
    private void visit(EngineClient engine, DamagedCamera camera, int number) {
        String id = "damaged-" + number;
        String end = "";
        FeedSpec feed = new FeedSpec(camera.url(number), null, null, null, true);
        try {
            engine.check(feed, Duration.ofSeconds(2), 1);
            end = "live";
        } catch (EngineException refused) {
            end = refused.getMessage();
        }
        try {
            engine.putFeed(id, feed);
            engine.putRecording(id, recording(id));
            Await.value("an end of " + id, () -> engine.feed(id), status -> status.reason() != null);
            Await.value("its recording ended", () -> engine.stopRecording(id), status -> status.state()
                    .hasEnded());
            engine.deleteRecording(id);
            engine.deleteFeed(id);
            ended.put(number, end);
        } catch (RuntimeException | AssertionError e) {
            ended.put(number, "wrong: " + e);
            throw e;
        }
    }

    private RecordingSpec recording(String id) {
        return new RecordingSpec(
                id, data.resolve(id + ".mp4").toString(), Instant.now().plusSeconds(600), null, true, null);
    }

    private String log() throws Exception {
        return Files.readString(data.resolve("logs").resolve("engine.log"));
    }
}
