package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.ffmpeg.JpegPictures;
import club.courtside.support.Await;
import club.courtside.support.SyntheticCamera;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivePicturesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PictureRequest SMALL = new PictureRequest(5, 160, 85);
    private static final PictureRequest EVERY = new PictureRequest(0, 640, 85);

    private final AtomicInteger decoders = new AtomicInteger();
    private SyntheticCamera camera = SyntheticCamera.h264();
    private Feed feed;

    @AfterEach
    void close() {
        feed.close();
    }

    private LivePictures picturesOf(SyntheticCamera source) {
        camera = source;
        var address = CameraAddress.parse("rtsp://127.0.0.1/court", null, null, null);
        feed = new Feed("court", address, camera, FeedClock.SYSTEM, () -> {});
        return new LivePictures(feed, this::decoder, FeedClock.SYSTEM, 2);
    }

    private PictureDecoder decoder(Track video) throws IOException {
        decoders.incrementAndGet();
        return new JpegPictures(video);
    }

    @Test
    void pictures_come_in_the_width_that_was_asked_for() throws Exception {
        try (var viewer = picturesOf(SyntheticCamera.h264()).open(SMALL, PATIENCE)) {
            BufferedImage picture = image(viewer.next(PATIENCE));
            assertThat(picture.getWidth()).isEqualTo(160);
            assertThat(picture.getHeight()).isEqualTo(90);
        }
    }

    @Test
    void a_picture_is_never_enlarged() throws Exception {
        byte[] jpeg = picturesOf(SyntheticCamera.h264()).snapshot(new PictureRequest(5, 1920, 85), PATIENCE);
        assertThat(image(jpeg).getWidth()).isEqualTo(SyntheticCamera.WIDTH);
    }

    @Test
    void one_decoder_serves_all_viewers_and_goes_with_the_last() throws Exception {
        var pictures = picturesOf(SyntheticCamera.h264());
        try (var first = pictures.open(SMALL, PATIENCE);
                var second = pictures.open(EVERY, PATIENCE)) {
            assertThat(first.next(PATIENCE)).isNotNull();
            assertThat(second.next(PATIENCE)).isNotNull();
            assertThat(pictures.viewers()).isEqualTo(2);
            assertThat(decoders).hasValue(1);
        }
        assertThat(pictures.viewers()).isZero();
    }

    @Test
    void more_viewers_than_allowed_are_sent_away_but_get_a_snapshot() throws Exception {
        var pictures = picturesOf(SyntheticCamera.h264());
        try (var first = pictures.open(SMALL, PATIENCE);
                var second = pictures.open(SMALL, PATIENCE)) {
            assertThatThrownBy(() -> pictures.open(SMALL, PATIENCE)).isInstanceOf(TooManyViewers.class);
            assertThat(pictures.snapshot(SMALL, PATIENCE)).isNotEmpty();
            assertThat(first.next(PATIENCE)).isNotNull();
            assertThat(second.next(PATIENCE)).isNotNull();
        }
        try (var again = pictures.open(SMALL, PATIENCE)) {
            assertThat(again.next(PATIENCE)).isNotNull();
        }
    }

    @Test
    void an_mjpeg_cameras_own_frames_go_through_unchanged_and_undecoded() throws Exception {
        var source = SyntheticCamera.mjpeg();
        Set<Integer> own = new HashSet<>();
        source.frames().forEach(frame -> own.add(frame.bytes().hashCode()));
        var pictures = picturesOf(source);
        try (var viewer = pictures.open(EVERY, PATIENCE);
                var second = pictures.open(EVERY, PATIENCE);
                var third = pictures.open(EVERY, PATIENCE)) {
            for (int i = 0; i < 30; i++)
                assertThat(own)
                        .contains(
                                java.nio.ByteBuffer.wrap(viewer.next(PATIENCE)).hashCode());
            assertThat(second.next(PATIENCE)).isNotNull();
            assertThat(third.next(PATIENCE)).isNotNull();
        }
        assertThat(decoders).hasValue(0);
    }

    @Test
    void an_mjpeg_camera_is_made_smaller_when_asked() throws Exception {
        byte[] jpeg = picturesOf(SyntheticCamera.mjpeg()).snapshot(SMALL, PATIENCE);
        assertThat(image(jpeg).getWidth()).isEqualTo(160);
        assertThat(decoders).hasValue(1);
    }

    @Test
    void the_rate_is_held() throws Exception {
        long begin = System.nanoTime();
        try (var viewer = picturesOf(SyntheticCamera.h264()).open(SMALL, PATIENCE)) {
            for (int i = 0; i < 6; i++) viewer.next(PATIENCE);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(800));
        }
    }

    @Test
    void a_viewer_stays_while_the_camera_is_away() throws Exception {
        try (var viewer = picturesOf(SyntheticCamera.h264()).open(SMALL, PATIENCE)) {
            viewer.next(PATIENCE);
            camera.away(new CameraLost(CameraLost.Reason.CLOSED, "gone"));
            Await.until("the loss", () -> feed.snapshot().state() == FeedState.LOST);
            camera.away(null);
            Await.until("the camera", () -> camera.connections() == 2);
            assertThat(viewer.next(PATIENCE)).isNotNull();
            assertThat(viewer.hasEnded()).isFalse();
        }
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
