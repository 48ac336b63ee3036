package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.CameraAddress;
import club.courtside.media.Feed;
import club.courtside.media.FeedClock;
import club.courtside.media.FeedSnapshot;
import club.courtside.media.FeedState;
import club.courtside.media.Recording;
import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import club.courtside.media.Track;
import club.courtside.media.rtsp.RtspOpener;
import club.courtside.support.GstCamera;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a camera that nobody here wrote to a file, on the system's clock. */
@Timeout(120)
class RealCameraTest {

    @TempDir
    Path folder;

    @Test
    void a_strange_camera_becomes_one_mp4_with_every_packet() throws Exception {
        Ffmpeg ffmpeg = new Ffmpeg();
        Path file = folder.resolve("match.mp4");
        CountDownLatch ended = new CountDownLatch(1);
        Recording[] recording = new Recording[1];
        try (GstCamera camera = GstCamera.open();
                Feed feed = new Feed(
                        "court-3",
                        CameraAddress.parse(camera.url(), null, null, null),
                        new RtspOpener(ffmpeg.opener()),
                        FeedClock.SYSTEM,
                        () -> {})) {
            FeedSnapshot live = feed.awaitLive(Duration.ofSeconds(10), 3);
            assertThat(live.state()).isEqualTo(FeedState.LIVE);
            Plan plan = new Plan("r1", file, Instant.now().plusSeconds(4), null, true, folder.resolve("r1.log"));
            recording[0] = Recording.start(plan, feed, ffmpeg.recordingTools(), FeedClock.SYSTEM, () -> {
                Recording started = recording[0];
                if (started != null && started.snapshot().state() == State.COMPLETED) ended.countDown();
            });
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        }
        Snapshot end = recording[0].snapshot();
        assertThat(end.packetsWritten()).isEqualTo(end.packetsReceived());
        assertThat(end.gaps()).isEmpty();
        assertThat(end.elapsedSeconds()).isBetween(3.5, 5.5);
        assertThat(end.audio().codec()).isEqualTo(Track.Codec.AAC);
        Mp4File read = Mp4File.of(file);
        assertThat(read.damaged()).isZero();
        assertThat(read.pictures()).isEqualTo((int) end.frames());
        assertThat(read.times().get(read.times().size() - 1) / (read.times().size() - 1))
                .as("seconds for each picture")
                .isCloseTo(0.04, within(0.002));
        double soundEnds = read.audio().get(read.audio().size() - 1).ptsMicros() / 1e6;
        assertThat(soundEnds).isCloseTo(end.elapsedSeconds(), within(0.5));
    }
}
