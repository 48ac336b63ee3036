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
import club.courtside.support.Await;
import club.courtside.support.GstCamera;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a camera that nobody here wrote to a file, on the system's clock. */
@Timeout(400)
class RealCameraTest {

    @TempDir
    Path folder;

    @Test
    void a_strange_camera_becomes_one_mp4_with_every_packet() throws Exception {
        Ffmpeg ffmpeg = new Ffmpeg();
        Path file = folder.resolve("match.mp4");
        Snapshot end;
        try (GstCamera camera = GstCamera.open();
                Feed feed = new Feed(
                        "court-3",
                        CameraAddress.parse(camera.url(), null, null, null),
                        new RtspOpener(ffmpeg.opener()),
                        FeedClock.SYSTEM,
                        () -> {})) {
            FeedSnapshot live = feed.awaitLive(Duration.ofSeconds(60), 3);
            assertThat(live.state()).isEqualTo(FeedState.LIVE);
            Plan plan = new Plan("r1", file, Instant.now().plusSeconds(300), null, true, folder.resolve("r1.log"));
            Recording recording = Recording.start(plan, feed, ffmpeg.recordingTools(), FeedClock.SYSTEM, () -> {});
            Await.until("some seconds", () -> recording.snapshot().elapsedSeconds() > 3.5);
            end = Await.value("the end", recording::stop, now -> now.state() == State.COMPLETED);
        }
        assertThat(end.state()).isEqualTo(State.COMPLETED);
        assertThat(end.packetsWritten()).isEqualTo(end.packetsReceived());
        assertThat(end.gaps()).isEmpty();
        assertThat(end.audio().codec()).isEqualTo(Track.Codec.AAC);
        Mp4File read = Mp4File.of(file);
        assertThat(read.damaged()).isZero();
        assertThat(read.pictures()).isEqualTo((int) end.frames());
        assertThat(read.times().get(read.times().size() - 1) / (read.times().size() - 1))
                .as("seconds for each picture")
                .isCloseTo(0.04, within(0.002));
        double soundEnds = read.audio().get(read.audio().size() - 1).ptsMicros() / 1e6;
        assertThat(soundEnds).isBetween(1.5, end.elapsedSeconds() + 1);
    }
}
