package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.ffmpeg.FragmentMuxer;
import club.courtside.support.Boxes;
import club.courtside.support.SyntheticCamera;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoViewerTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Test
    void a_slow_viewer_goes_on_at_a_key_frame_and_sees_no_hole() throws Exception {
        var viewer = new VideoViewer("video/mp4", new byte[] {1}, () -> {});
        viewer.next(AT_ONCE);
        List<Fragment> second = second();
        viewer.offer(second.get(0));
        viewer.offer(second.get(1));
        long last = 0;
        for (int i = 0; i < 2; i++) last = Boxes.decodeTime(viewer.next(AT_ONCE));

        for (int number = 2; number < 1000; number++) viewer.offer(at(second, number));

        byte[] next = viewer.next(AT_ONCE);
        assertThat(Boxes.decodeTime(next)).isEqualTo(last + 3600);
        for (byte[] more = viewer.next(AT_ONCE); more != null; more = viewer.next(AT_ONCE)) {
            assertThat(Boxes.decodeTime(more)).isEqualTo(Boxes.decodeTime(next) + 3600);
            next = more;
        }
    }

    @Test
    void a_viewer_that_left_gets_nothing_more() throws Exception {
        var viewer = new VideoViewer("video/mp4", new byte[] {1}, () -> {});
        viewer.next(AT_ONCE);
        viewer.close();
        viewer.offer(second().get(0));
        assertThat(viewer.next(AT_ONCE)).isNull();
    }

    /** Frame number so-and-so of an endless stream. */
    private static Fragment at(List<Fragment> second, int number) {
        Fragment fragment = second.get(number % 25);
        return fragment.at(number * 3600L);
    }

    private static List<Fragment> second() throws IOException {
        List<Packet> packets = SyntheticCamera.encoded(320, 180);
        List<Fragment> fragments = new java.util.ArrayList<>();
        try (var muxer = new FragmentMuxer(packets.get(0).track())) {
            for (Packet packet : packets) fragments.add(muxer.write(packet, 40_000));
        }
        return fragments;
    }
}
