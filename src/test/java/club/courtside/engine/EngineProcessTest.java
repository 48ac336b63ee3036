package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.engine.client.EngineProcess;
import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.Await;
import club.courtside.support.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a process of its own, with a camera on the network. */
class EngineProcessTest {

    private static final Instant ENDS = Instant.now().plusSeconds(300);

    @TempDir
    Path data;

    @AfterEach
    void endEngine() throws Exception {
        var engine = RunningEngine.read(data).flatMap(running -> ProcessHandle.of(running.pid()));
        if (engine.isEmpty()) return;
        engine.get().destroyForcibly();
        engine.get().onExit().get(60, TimeUnit.SECONDS);
    }

    private EngineProcess engine(Map<String, String> settings) {
        return new EngineProcess(data, System.getProperty("java.class.path"), settings);
    }

    @Test
    void it_is_started_where_none_answers_and_found_afterwards() {
        long pid = engine(Map.of()).connect().status().pid();
        assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(engine(Map.of()).connect().status().pid()).isEqualTo(pid);
    }

    @Test
    void none_is_started_for_who_only_looks() {
        assertThat(engine(Map.of()).running()).isEmpty();
        assertThat(data.resolve("run")).doesNotExist();
    }

    @Test
    void a_second_one_for_the_same_data_ends_at_once() throws Exception {
        engine(Map.of()).connect();
        Process second = java("-Dcourtside.data=" + data, EngineMain.class.getName());
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(RunningEngine.ALREADY_RUNNING);
    }

    @Test
    void it_outlives_who_started_it() throws Exception {
        Process starter = java(Starter.class.getName(), data.toString());
        assertThat(starter.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(starter.exitValue()).isEqualTo(137);
        assertThat(engine(Map.of()).running()).isPresent();
    }

    /** Starts an engine and is killed. */
    static final class Starter {
        public static void main(String[] arguments) {
            new EngineProcess(Path.of(arguments[0]), System.getProperty("java.class.path"), Map.of()).connect();
            Runtime.getRuntime().halt(137);
        }
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void two_who_start_one_at_once_get_the_same() {
        var other = CompletableFuture.supplyAsync(
                () -> engine(Map.of()).connect().status().pid());
        long pid = engine(Map.of()).connect().status().pid();
        assertThat(other.join()).isEqualTo(pid);
    }

    @Test
    void one_that_is_about_to_end_is_followed_by_another() throws Exception {
        Files.createDirectories(data.resolve("run"));
        EngineLock ending =
                EngineLock.take(data.resolve("run").resolve("engine.lock")).orElseThrow();
        var next = CompletableFuture.supplyAsync(() -> engine(Map.of()).connect());
        Path log = data.resolve("logs").resolve("engine.log");
        Await.until("a refused start", () -> Files.readString(log).contains("another engine works on"));
        ending.close();
        assertThat(next.join().status().pid())
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void one_that_hangs_is_ended_and_followed_by_another() throws Exception {
        ProcessHandle hung =
                ProcessHandle.of(engine(Map.of()).connect().status().pid()).orElseThrow();
        Signal.STOP.to(hung);
        long began = System.nanoTime();
        long pid = engine(Map.of()).connect().status().pid();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        assertThat(pid).isNotEqualTo(hung.pid());
        assertThat(hung.isAlive()).isFalse();
    }

    @Test
    void one_that_hangs_lets_nobody_wait_for_long() throws Exception {
        EngineClient client = engine(Map.of()).connect();
        ProcessHandle hung = ProcessHandle.of(client.status().pid()).orElseThrow();
        Signal.STOP.to(hung);
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() -> client.stopRecording("match")).isInstanceOfSatisfying(EngineException.class, e -> {
                assertThat(e.isUnavailable()).isTrue();
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            assertThatThrownBy(() -> client.events(event -> {})).isInstanceOf(EngineException.class);
        } finally {
            Signal.CONTINUE.to(hung);
        }
        assertThat(client.status().pid()).isEqualTo(hung.pid());
    }

    @Test
    void another_process_that_got_its_number_is_left_alone() throws Exception {
        Process other = java(Sleeper.class.getName());
        Files.createDirectories(data.resolve("run"));
        new RunningEngine(1, "no secret", other.pid()).write(data);
        Files.setLastModifiedTime(
                RunningEngine.file(data), FileTime.from(Instant.now().minusSeconds(60)));
        try {
            assertThat(engine(Map.of()).connect().status().pid()).isNotEqualTo(other.pid());
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    /** Does nothing for a while. */
    static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @Test
    void one_that_cannot_say_where_it_is_ends() throws Exception {
        Files.createDirectories(RunningEngine.file(data).resolve("in the way"));
        Process engine = java("-Dcourtside.data=" + data, EngineMain.class.getName());
        assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.exitValue()).isEqualTo(1);
    }

    @Test
    void it_ends_by_itself_when_nobody_wants_anything() throws Exception {
        long pid = engine(Map.of("courtside.engine.idle-seconds", "5"))
                .connect()
                .status()
                .pid();
        ProcessHandle.of(pid).orElseThrow().onExit().get(60, TimeUnit.SECONDS);
        assertThat(RunningEngine.file(data)).doesNotExist();
    }

    @Test
    void asked_to_end_it_finishes_its_recording_first() throws Exception {
        try (var camera = camera()) {
            EngineClient client = engine(Map.of()).connect();
            client.putFeed("court", feed(camera));
            client.putRecording("match", recording(null));
            Await.until("frames", () -> client.recording("match").frames() > 25);
            ProcessHandle process = ProcessHandle.of(client.status().pid()).orElseThrow();

            client.shutdown();

            process.onExit().get(60, TimeUnit.SECONDS);
            assertThat(Mp4File.of(file()).pictures()).isGreaterThan(25);
            assertThat(Mp4File.of(file()).damaged()).isZero();
            assertThat(Files.readString(data.resolve("logs/engine.log"))).contains("recording match is COMPLETED");
        }
    }

    @Test
    void after_a_kill_the_next_one_goes_on_in_the_same_file() throws Exception {
        try (var camera = camera()) {
            EngineClient first = engine(Map.of()).connect();
            first.putFeed("court", feed(camera));
            first.putRecording("match", recording(null));
            RecordingStatus before =
                    Await.value("frames", () -> first.recording("match"), status -> status.frames() > 75);
            ProcessHandle process = ProcessHandle.of(first.status().pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(60, TimeUnit.SECONDS);

            EngineClient second = engine(Map.of()).connect();
            second.putFeed("court", feed(camera));
            second.putRecording("match", recording(before.startedAt()));
            Await.until("more frames", () -> second.recording("match").frames() > before.frames() + 50);
            second.stopRecording("match");
            RecordingStatus after = Await.value(
                    "the end", () -> second.recording("match"), s -> s.state().hasEnded());

            assertThat(after.state()).isEqualTo(RecordingState.COMPLETED);
            assertThat(after.gaps()).hasSize(1);
            Mp4File decoded = Mp4File.of(file());
            assertThat(decoded.damaged()).isZero();
            assertThat(decoded.pictures()).isGreaterThan((int) before.frames() + 50 - 26);
            // It holds the running group of pictures as well, up to a second of it; the rest is the machine's.
            assertThat(Duration.between(before.startedAt(), after.endedAt()).toMillis() / 1000.0)
                    .isBetween(after.elapsedSeconds() - 1.5, after.elapsedSeconds() + 5);
        }
    }

    private static RtspCamera camera() throws IOException {
        var camera = new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL), SoundCodec.AAC);
        camera.start();
        return camera;
    }

    private static FeedSpec feed(RtspCamera camera) {
        return new FeedSpec(camera.url(), null, null, null, true);
    }

    private Path file() {
        return data.resolve("match.mp4");
    }

    private RecordingSpec recording(Instant startedAt) {
        return new RecordingSpec("court", file().toString(), ENDS, startedAt, true, null);
    }
}
