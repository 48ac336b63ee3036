package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.CameraAddress;
import club.courtside.media.Feed;
import club.courtside.media.FeedClock;
import club.courtside.media.Recording;
import club.courtside.media.Recording.Before;
import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import club.courtside.media.Track;
import club.courtside.media.rtsp.RtspOpener;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.GstCamera;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras of every kind that nobody here wrote, all recorded at once on the system's clock. */
@Timeout(400)
class CameraKindsTest {

    private static final List<String> STREAMS =
            List.of("plain", "h265", "b-frames", "jpeg", "h264-mulaw", "h264-aac", "h264-opus", "h264-l16", "h264-mp2");
    private static final String H265_AS_H264 = "h265 as H.264";

    @TempDir
    static Path folder;

    private static final Map<String, Snapshot> RECORDED = new LinkedHashMap<>();

    @BeforeAll
    static void record() throws Exception {
        Map<String, Recording> running = new LinkedHashMap<>();
        List<Feed> feeds = new ArrayList<>();
        try (GstCamera camera = GstCamera.open()) {
            for (String stream : STREAMS) feeds.add(feed(camera, stream));
            for (Feed feed : feeds) feed.keepOpen(true);
            for (Feed feed : feeds) feed.awaitLive(Duration.ofSeconds(20), 3);
            Instant end = Instant.now().plusSeconds(90);
            for (Feed feed : feeds) running.put(feed.id(), start(feed.id(), feed, true, end));
            running.put(H265_AS_H264, start(H265_AS_H264, feeds.get(STREAMS.indexOf("h265")), false, end));
            for (var each : running.entrySet()) awaitSeconds(each.getKey(), each.getValue());
            for (Recording recording : running.values()) recording.stop();
            for (var each : running.entrySet())
                RECORDED.put(
                        each.getKey(),
                        Await.value(
                                "the end of " + each.getKey(), each.getValue()::snapshot, CameraKindsTest::hasEnded));
        } finally {
            feeds.forEach(Feed::close);
        }
    }

    /** A busy machine encodes H.265 slower than it should. */
    private static void awaitSeconds(String name, Recording recording) {
        Await.value("some seconds of " + name, recording::snapshot, now -> now.elapsedSeconds() > 3.5 || hasEnded(now));
    }

    private static boolean hasEnded(Snapshot snapshot) {
        return snapshot.state() == State.COMPLETED || snapshot.state() == State.FAILED;
    }

    private static Feed feed(GstCamera camera, String stream) {
        CameraAddress address = CameraAddress.parse(camera.url(stream), null, null, null);
        return new Feed(stream, address, new RtspOpener(new Ffmpeg().opener()), FeedClock.SYSTEM, () -> {});
    }

    private static Recording start(String name, Feed feed, boolean hevc, Instant end) {
        Plan plan = new Plan(name, file(name), end, null, true, null, hevc, Before.NOTHING);
        return Recording.start(plan, feed, new Ffmpeg().recordingTools(), FeedClock.SYSTEM, () -> {});
    }

    private static Path file(String name) {
        return folder.resolve(name + ".mp4");
    }

    private static void assertWhole(String name, Track.Codec codec) {
        Snapshot end = RECORDED.get(name);
        assertThat(end.state()).as(end.reason()).isEqualTo(State.COMPLETED);
        assertThat(end.video().codec()).isEqualTo(codec);
        assertThat(end.packetsWritten()).isEqualTo(end.packetsReceived());
        assertThat(end.elapsedSeconds()).isGreaterThan(3);
        Mp4File read = Mp4File.of(file(name));
        assertThat(read.damaged()).isZero();
        assertThat(read.pictures()).isEqualTo((int) end.frames());
        assertThat(Ffprobe.of(file(name)).decodeErrors()).isEmpty();
        List<Double> shown = read.times().stream().sorted().toList();
        assertThat(shown.get(0)).isCloseTo(0, within(0.1));
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(shown.get(shown.size() - 1)).isCloseTo(end.elapsedSeconds(), within(0.3));
    }

    /** A camera on a busy machine sends its sound late, or leaves some out. */
    private static void assertHeard(String name) {
        Track sound = RECORDED.get(name).audio();
        assertThat(sound.codec()).isEqualTo(Track.Codec.AAC);
        double seconds = Mp4File.of(file(name)).audio().size() * 1024.0 / sound.sampleRate();
        assertThat(seconds).isBetween(1.5, RECORDED.get(name).elapsedSeconds() + 1);
    }

    @Test
    void h265_is_kept_as_it_is_where_it_may_be() throws Exception {
        assertWhole("h265", Track.Codec.H265);
        assertHeard("h265");
        assertThat(Files.readString(file("h265"), StandardCharsets.ISO_8859_1))
                .contains("hvc1")
                .doesNotContain("hev1");
    }

    @Test
    void h265_becomes_h264_where_it_may_not() {
        assertWhole(H265_AS_H264, Track.Codec.H264);
        assertHeard(H265_AS_H264);
    }

    /** Every picture is shown in its order, and none is held back for ever. */
    @Test
    void b_frames_keep_their_order() {
        assertWhole("b-frames", Track.Codec.H264);
        Mp4File read = Mp4File.of(file("b-frames"));
        assertThat(read.video()).anyMatch(packet -> packet.ptsMicros() > packet.dtsMicros() + 30_000);
        assertThat(read.times()).isNotEqualTo(read.times().stream().sorted().toList());
    }

    @Test
    void jpegs_over_rtsp_become_h264() {
        assertWhole("jpeg", Track.Codec.H264);
        assertThat(RECORDED.get("jpeg").audio()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "h264-mulaw", "h264-aac", "h264-opus", "h264-l16", "h264-mp2"})
    void sound_of_every_kind_becomes_aac(String stream) {
        assertWhole(stream, Track.Codec.H264);
        assertHeard(stream);
    }
}
