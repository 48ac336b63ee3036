package club.courtside.obs;

import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import club.courtside.obs.websocket.ObsConnection;
import club.courtside.obs.websocket.ObsEvent;
import club.courtside.obs.websocket.ObsListener;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.session.RecordingQuality;
import club.courtside.support.Await;
import club.courtside.support.ObsStudio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real OBS Studio, the real engine, and one court's recordings with both, without the rest of the product. */
abstract class WithStudio {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    static ObsStudio obs;
    static EngineClient engine;

    final UUID camera = UUID.randomUUID();
    final List<RecordingStatus> recordings = new CopyOnWriteArrayList<>();
    final List<FeedStatus> connections = new CopyOnWriteArrayList<>();
    final List<Studio> opened = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        obs = ObsStudio.open();
        engine = new EngineProcess(data, System.getProperty("java.class.path"), Map.of()).connect();
        Files.createDirectories(data.resolve("videos/.arriving"));
    }

    @AfterAll
    static void close() throws Exception {
        obs.close();
        var process = RunningEngine.read(data).flatMap(running -> ProcessHandle.of(running.pid()));
        if (process.isEmpty()) return;
        process.get().destroyForcibly();
        process.get().onExit().get(60, TimeUnit.SECONDS);
    }

    @BeforeEach
    void obsIsIdle() throws IOException {
        if (obs.isRunning() && isRecording()) obs.kill();
        if (!obs.isRunning()) obs.start();
    }

    /** What a failed test leaves behind must not fail the next one. */
    private static boolean isRecording() {
        return byHand("GetRecordStatus", Map.of()).path("outputActive").asBoolean();
    }

    @AfterEach
    void end() {
        opened.forEach(Studio::end);
    }

    static RecordingStatus order(Studio studio, StudioOrder order) {
        return ObsRecorder.answer(studio.order(order));
    }

    static StudioOrder order(String name, int seconds) {
        return order(name, seconds, null);
    }

    static StudioOrder order(String name, int seconds, RecordingQuality quality) {
        UUID id = UUID.randomUUID();
        return new StudioOrder(
                id,
                StudioOrder.fileName(name, id),
                Instant.now().plusSeconds(seconds),
                null,
                List.of(),
                quality,
                data.resolve("videos/club/" + id + ".mp4"));
    }

    RecordingStatus latest() {
        return recordings.get(recordings.size() - 1);
    }

    RecordingStatus ended() {
        return Await.value("the recording has ended", this::latest, status -> status.state()
                .hasEnded());
    }

    Studio connected(String password) {
        Studio studio = studio(password);
        Await.until("OBS is connected", () -> studio.state().isConnected());
        return studio;
    }

    Studio studio(String password) {
        return studio(spec(URI.create("ws://127.0.0.1:" + obs.port()), password, null, null), Clock.systemUTC());
    }

    StudioSpec spec(URI address, String password, String folder, String mounted) {
        return new StudioSpec(camera, UUID.randomUUID(), UUID.randomUUID(), address, password, folder, mounted);
    }

    Studio studio(StudioSpec spec, Clock clock) {
        StudioReports reports = new StudioReports() {
            @Override
            public void recording(RecordingStatus status) {
                recordings.add(status);
            }

            @Override
            public void connection(FeedStatus status) {
                connections.add(status);
            }
        };
        StudioFiles files = new StudioFiles(() -> engine, data.resolve("videos/.arriving"));
        Studio studio = new Studio(spec, HTTP, reports, files, work -> new Thread(work).start(), clock);
        opened.add(studio);
        Thread thread = new Thread(studio, "studio");
        thread.setDaemon(true);
        thread.start();
        return studio;
    }

    static String profile(String category, String name) {
        return byHand("GetProfileParameter", Map.of("parameterCategory", category, "parameterName", name))
                .path("parameterValue")
                .asText();
    }

    static void profile(String category, String name, String value) {
        byHand(
                "SetProfileParameter",
                Map.of("parameterCategory", category, "parameterName", name, "parameterValue", value));
    }

    /** What somebody presses in OBS's own window. */
    static void byHand(String request) {
        byHand(request, Map.of());
    }

    static JsonNode byHand(String request, Map<String, ?> data) {
        URI address = URI.create("ws://127.0.0.1:" + obs.port());
        try (ObsConnection hand = ObsConnection.open(
                        HTTP, address, ObsStudio.PASSWORD, Duration.ofSeconds(10), new ObsListener() {
                            @Override
                            public void event(ObsEvent event) {
                                // Nobody listens.
                            }

                            @Override
                            public void lost(ObsLoss why) {
                                // Nobody minds.
                            }
                        })
                .join()) {
            return hand.request(request, data).join();
        }
    }
}
