package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file system of 50 MB that fills up while the engine, a process of its own, records on it and on another. */
@Timeout(400)
class FullDiskTest {

    private static final long MB = 1_000_000;

    @TempDir
    Path folder;

    private SmallDisk disk;
    private EngineClient engine;
    private RtspCamera camera;

    @BeforeEach
    void record() throws Exception {
        disk = SmallDisk.mounted(folder.resolve("small"), 50 * MB);
        camera = new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL), SoundCodec.AAC);
        camera.start();
        Path data = Files.createDirectories(folder.resolve("data"));
        engine = new EngineProcess(data, System.getProperty("java.class.path"), Map.of()).connect();
        engine.putFeed("court", new FeedSpec(camera.url(), null, null, null, true));
        start("full", disk.folder());
        start("elsewhere", data);
        Await.until("both record", () -> frames("full") > 25 && frames("elsewhere") > 25);
    }

    @AfterEach
    void end() throws Exception {
        if (engine != null) {
            ProcessHandle process = ProcessHandle.of(engine.status().pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(60, TimeUnit.SECONDS);
        }
        if (camera != null) camera.close();
        if (disk != null) disk.close();
    }

    @Test
    void a_recording_is_closed_in_good_order_before_its_disk_is_full_and_nothing_else_is_hurt() throws Exception {
        fillAllBut(5 * MB);
        RecordingStatus full = awaitEnd();

        assertThat(full.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(full.reason().code()).isEqualTo("disk_full");
        assertThat(full.gaps()).isEmpty();
        Path file = disk.folder().resolve("full.mp4");
        assertThat(Mp4File.of(file).isOrdinary()).isTrue();
        assertThat(Mp4File.of(file).pictures()).isEqualTo((int) full.frames());
        assertThat(Ffprobe.of(file).decodeErrors()).isEmpty();
        assertTheOtherGoesOn();
    }

    @Test
    void a_disk_that_somebody_else_fills_at_once_leaves_a_file_that_plays() throws Exception {
        fillAllBut(0);
        RecordingStatus full = awaitEnd();

        assertThat(full.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(full.reason().code()).isEqualTo("disk_full");
        Path file = disk.folder().resolve("full.mp4");
        assertThat(Ffprobe.of(file).decodeErrors()).isEmpty();
        assertThat(Mp4File.of(file).damaged()).isZero();
        assertThat(Mp4File.of(file).pictures()).isBetween((int) full.frames() - 51, (int) full.frames());
        assertTheOtherGoesOn();
    }

    private void start(String id, Path where) {
        engine.putRecording(
                id,
                new RecordingSpec(
                        "court",
                        where.resolve(id + ".mp4").toString(),
                        Instant.now().plusSeconds(600),
                        null,
                        true,
                        null));
    }

    private long frames(String id) {
        return engine.recording(id).frames();
    }

    private void fillAllBut(long bytes) throws Exception {
        long free = Files.getFileStore(disk.folder()).getUsableSpace();
        byte[] zeros = new byte[64 << 10];
        try (OutputStream out = Files.newOutputStream(disk.folder().resolve("something else"))) {
            for (long left = free - bytes; left > 0; left -= zeros.length)
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
        } catch (IOException full) {
            if (bytes > 0) throw full;
        }
    }

    private RecordingStatus awaitEnd() {
        Await.until("the recording ends by itself", Duration.ofSeconds(200), () -> engine.recording("full")
                .state()
                .hasEnded());
        return engine.recording("full");
    }

    private void assertTheOtherGoesOn() {
        long before = frames("elsewhere");
        Await.until("more pictures", () -> frames("elsewhere") > before + 50);
        RecordingStatus stopped =
                Await.value("its end", () -> engine.stopRecording("elsewhere"), status -> status.state()
                        .hasEnded());
        assertThat(stopped.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(stopped.reason()).isNull();
        assertThat(stopped.gaps()).isEmpty();
        assertThat(Ffprobe.of(folder.resolve("data/elsewhere.mp4")).decodeErrors())
                .isEmpty();
    }
}
