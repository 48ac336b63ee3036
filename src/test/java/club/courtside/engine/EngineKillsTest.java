package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.MjpegCamera;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.Gap;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.GstCamera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the engine at random moments, while it records cameras of several kinds. */
@Timeout(900)
class EngineKillsTest {

    private static final int KILLS = 18;
    /** The muxer collects a second before it writes it. */
    private static final double MAY_BE_LOST = 1.0;
    /** How late a picture is received and the kill is seen on a busy machine, and the longest pause of the JPEG camera. */
    private static final double SEEN_LATE = 3.0;

    private final long seed = Long.getLong("courtside.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, String> cameras = new LinkedHashMap<>();
    private final Map<String, RecordingStatus> known = new LinkedHashMap<>();
    private final List<Instant> kills = new ArrayList<>();

    @TempDir
    Path data;

    @AfterEach
    void endEngine() throws Exception {
        var engine = RunningEngine.read(data).flatMap(running -> ProcessHandle.of(running.pid()));
        if (engine.isEmpty()) return;
        engine.get().destroyForcibly();
        engine.get().onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void eighteen_kills_in_each_of_four_recordings_leave_four_files() throws Exception {
        System.out.println("EngineKillsTest: -Dcourtside.seed=" + seed);
        try (RtspCamera aac = new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL), SoundCodec.AAC);
                RtspCamera pcma = new RtspCamera(CameraSettings.of(DemoCourt.TERRAIN_3), SoundCodec.PCMA);
                MjpegCamera jpeg = new MjpegCamera(CameraSettings.of(DemoCourt.PANORAMIQUE));
                GstCamera gst = GstCamera.open()) {
            aac.start();
            pcma.start();
            jpeg.start();
            cameras.putAll(Map.of("aac", aac.url(), "pcma", pcma.url(), "jpeg", jpeg.url(), "gst", gst.url()));
            EngineClient engine = order();
            Await.until("all have begun", () -> cameras.keySet().stream().allMatch(id -> hasBegun(engine, id)));
            remember(engine);
            for (int i = 0; i < KILLS; i++) killSoon();
            EngineClient last = order();
            Await.until("all record", () -> cameras.keySet().stream().allMatch(id -> isRecording(last, id)));
            awaitMillis(1500);
            for (String id : cameras.keySet()) last.stopRecording(id);
            for (String id : cameras.keySet()) assertWhole(id, last);
            end(last);
            assertNothingIsLeft();
        }
    }

    private EngineClient order() {
        EngineClient engine = new EngineProcess(data, System.getProperty("java.class.path"), Map.of()).connect();
        cameras.forEach((id, url) -> {
            engine.putFeed(id, new FeedSpec(url, null, null, null, true));
            RecordingStatus before = known.get(id);
            engine.putRecording(
                    id,
                    new RecordingSpec(
                            id,
                            file(id).toString(),
                            Instant.now().plusSeconds(600),
                            before == null ? null : before.startedAt(),
                            true,
                            null,
                            false,
                            before == null ? List.of() : before.gaps(),
                            before == null ? 0 : before.reconnects()));
        });
        return engine;
    }

    private static boolean isRecording(EngineClient engine, String id) {
        return engine.recording(id).state() == RecordingState.RECORDING;
    }

    /** A recording that is killed in its first second begins anew. */
    private static boolean hasBegun(EngineClient engine, String id) {
        return engine.recording(id).elapsedSeconds() > 2;
    }

    /** What the web application has heard before the kill. */
    private void remember(EngineClient engine) {
        for (String id : cameras.keySet()) {
            RecordingStatus status = engine.recording(id);
            if (status.startedAt() != null) known.put(id, status);
        }
    }

    private void killSoon() throws Exception {
        EngineClient engine = order();
        awaitMillis(random.nextInt(2500));
        remember(engine);
        ProcessHandle process = ProcessHandle.of(engine.status().pid()).orElseThrow();
        kills.add(Instant.now());
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    /** Not for something to happen, but to be killed at any moment. */
    private static void awaitMillis(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }

    private void assertWhole(String id, EngineClient engine) {
        RecordingStatus end = Await.value(
                "the end of " + id, () -> engine.recording(id), s -> s.state().hasEnded());
        String seen = id + " with seed " + seed + ": " + end;
        assertThat(end.state()).as(seen).isEqualTo(RecordingState.COMPLETED);
        assertThat(Ffprobe.of(file(id)).decodeErrors()).as(seen).isEmpty();
        assertThat(Mp4File.of(file(id)).isOrdinary()).as(seen).isTrue();
        assertThat(Mp4File.of(file(id)).pictures()).as(seen).isEqualTo((int) end.frames());
        assertThat(end.gaps()).as(seen).isNotEmpty().allMatch(gap -> gap.reason()
                .equals("engine_restarted"));
        for (Instant kill : kills) assertCost(kill, end, seen);
        double gone = end.gaps().stream().mapToDouble(Gap::seconds).sum();
        assertThat(end.elapsedSeconds() - gone).as(seen).isEqualTo(end.deliveredSeconds(), within(0.001));
    }

    /** Each kill lies in a gap, and the gap begins at most a second before the first kill in it. */
    private void assertCost(Instant kill, RecordingStatus end, String seen) {
        double at = Duration.between(end.startedAt(), kill).toNanos() / 1e9;
        Gap gap = end.gaps().stream()
                .filter(g -> g.startSeconds() < at + SEEN_LATE && g.startSeconds() + g.seconds() > at)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no gap at " + at + " in " + seen));
        double first = kills.stream()
                .mapToDouble(k -> Duration.between(end.startedAt(), k).toNanos() / 1e9)
                .filter(k -> k > gap.startSeconds() - SEEN_LATE)
                .min()
                .orElseThrow();
        assertThat(first - gap.startSeconds())
                .as("lost before the kill at %.3f: %s", at, seen)
                .isLessThan(MAY_BE_LOST + SEEN_LATE);
    }

    private static void end(EngineClient engine) throws Exception {
        ProcessHandle process = ProcessHandle.of(engine.status().pid()).orElseThrow();
        engine.shutdown();
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> data.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> !file.startsWith("cache/javacpp/"))
                            .toList())
                    .containsExactlyInAnyOrder(
                            "aac.mp4", "pcma.mp4", "jpeg.mp4", "gst.mp4", "logs/engine.log", "run/engine.lock");
        }
        try (Stream<Path> natives = Files.walk(data.resolve("cache/javacpp"))) {
            assertThat(natives.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".tmp") || name.contains("temp"));
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").contains(data.toString())))
                .isEmpty();
    }

    private Path file(String id) {
        return data.resolve(id + ".mp4");
    }
}
