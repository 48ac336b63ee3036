package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.media.ffmpeg.FragmentMuxer;
import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.Await;
import club.courtside.support.Boxes;
import club.courtside.support.SyntheticCamera;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveVideoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Conversion.Opener H264 = new Ffmpeg().liveConversion();

    private final SyntheticCamera camera = SyntheticCamera.h264();
    private Feed feed = feedOf(camera);
    private LiveVideo video = new LiveVideo(feed, FragmentMuxer::new, H264);

    private static Feed feedOf(SyntheticCamera camera) {
        var address = CameraAddress.parse("rtsp://127.0.0.1/court", null, null, null);
        return new Feed("court", address, camera, FeedClock.SYSTEM, () -> {});
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void a_viewer_gets_the_header_and_then_a_fragment_for_each_frame() throws Exception {
        try (VideoViewer viewer = video.open(PATIENCE)) {
            assertThat(Boxes.names(viewer.next(PATIENCE))).containsExactly("ftyp", "moov");
            for (int i = 0; i < 30; i++)
                assertThat(Boxes.names(viewer.next(PATIENCE))).containsExactly("moof", "mdat");
        }
    }

    @Test
    void a_later_viewer_begins_with_the_running_group_of_pictures(@TempDir Path folder) throws Exception {
        try (VideoViewer first = video.open(PATIENCE)) {
            for (int i = 0; i < 12; i++) first.next(PATIENCE);
            try (VideoViewer second = video.open(PATIENCE)) {
                var bytes = new ByteArrayOutputStream();
                for (int i = 0; i < 30; i++) bytes.writeBytes(second.next(PATIENCE));
                Path file = Files.write(folder.resolve("live.mp4"), bytes.toByteArray());
                assertThat(Mp4File.of(file).pictures()).isEqualTo(29);
                assertThat(Mp4File.of(file).damaged()).isZero();
            }
        }
    }

    @Test
    void one_connection_serves_all_viewers_and_one_muxer() throws Exception {
        try (VideoViewer first = video.open(PATIENCE);
                VideoViewer second = video.open(PATIENCE)) {
            first.next(PATIENCE);
            second.next(PATIENCE);
            assertThat(video.viewers()).isEqualTo(2);
            assertThat(camera.connections()).isEqualTo(1);
        }
        assertThat(video.viewers()).isZero();
    }

    @Test
    void after_a_lost_connection_the_stream_goes_on_without_a_hole() throws Exception {
        try (VideoViewer viewer = video.open(PATIENCE)) {
            viewer.next(PATIENCE);
            long last = Boxes.decodeTime(viewer.next(PATIENCE));
            camera.away(new CameraLost(CameraLost.Reason.CLOSED, "gone"));
            Await.until("the loss", () -> feed.snapshot().state() == FeedState.LOST);
            camera.away(null);
            for (int i = 0; i < 60; i++) {
                long time = Boxes.decodeTime(viewer.next(PATIENCE));
                assertThat(time - last).isBetween(1L, 18_000L);
                last = time;
            }
            assertThat(camera.connections()).isEqualTo(2);
        }
    }

    @Test
    void other_parameters_end_the_stream() throws Exception {
        try (VideoViewer viewer = video.open(PATIENCE)) {
            viewer.next(PATIENCE);
            camera.send(SyntheticCamera.encoded(640, 360));
            Await.until("the end", () -> viewer.next(PATIENCE) == null);
        }
        try (VideoViewer anew = video.open(PATIENCE)) {
            assertThat(Boxes.names(anew.next(PATIENCE))).containsExactly("ftyp", "moov");
        }
    }

    @Test
    void h265_is_watched_as_h264_of_at_most_1280_pixels(@TempDir Path folder) throws Exception {
        var h265 = SyntheticCamera.of(Pictures.h265(1600, 900));
        try (Feed camera = feedOf(h265);
                VideoViewer viewer = new LiveVideo(camera, FragmentMuxer::new, H264).open(PATIENCE);
                VideoViewer second = new LiveVideo(camera, FragmentMuxer::new, H264).open(PATIENCE)) {
            assertThat(viewer.mime()).startsWith("video/mp4; codecs=\"avc1.");
            var bytes = new ByteArrayOutputStream();
            for (int i = 0; i < 30; i++) bytes.writeBytes(viewer.next(PATIENCE));
            Mp4File seen = Mp4File.of(Files.write(folder.resolve("live.mp4"), bytes.toByteArray()));
            assertThat(seen.damaged()).isZero();
            assertThat(seen.pictures()).isEqualTo(29);
            assertThat(seen.tracks().get(0).width()).isEqualTo(1280);
            assertThat(Boxes.names(second.next(PATIENCE))).containsExactly("ftyp", "moov");
        }
    }

    @Test
    void a_camera_without_h264_is_refused() {
        var jpegs = feedOf(SyntheticCamera.mjpeg());
        try (jpegs) {
            assertThatThrownBy(() -> new LiveVideo(jpegs, FragmentMuxer::new, H264).open(PATIENCE))
                    .isInstanceOfSatisfying(CameraLost.class, lost -> assertThat(lost.reason())
                            .isEqualTo(CameraLost.Reason.UNSUPPORTED_CODEC));
        }
    }

    @Test
    void who_waits_for_a_camera_that_is_away_is_told_why() {
        camera.away(new CameraLost(CameraLost.Reason.UNAUTHORIZED, "wrong password"));
        assertThatThrownBy(() -> video.open(PATIENCE))
                .isInstanceOfSatisfying(
                        CameraLost.class, lost -> assertThat(lost.reason()).isEqualTo(CameraLost.Reason.UNAUTHORIZED));
        assertThat(video.viewers()).isZero();
    }
}
