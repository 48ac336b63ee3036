package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.support.Boxes;
import club.courtside.support.SyntheticCamera;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentMuxerTest {

    private final List<Packet> second = SyntheticCamera.encoded(320, 180);

    @Test
    void a_stream_begins_with_its_header_and_names_its_codec() throws IOException {
        try (var muxer = new FragmentMuxer(second.get(0).track())) {
            assertThat(Boxes.names(muxer.header())).containsExactly("ftyp", "moov");
            assertThat(muxer.mime()).matches("video/mp4; codecs=\"avc1\\.[0-9a-f]{6}\"");
        }
    }

    @Test
    void every_frame_is_a_fragment_with_its_own_time() throws IOException {
        try (var muxer = new FragmentMuxer(second.get(0).track())) {
            for (Packet packet : second) {
                byte[] fragment = muxer.write(packet, 40_000).bytes();
                assertThat(Boxes.names(fragment)).containsExactly("moof", "mdat");
                assertThat(Boxes.decodeTime(fragment)).isEqualTo(packet.dtsMicros() * 9 / 100);
            }
        }
    }

    @Test
    void a_frame_may_be_shown_longer_than_until_the_next_begins() throws IOException {
        try (var muxer = new FragmentMuxer(second.get(0).track())) {
            for (Packet packet : second) {
                byte[] fragment = muxer.write(packet, 300_000).bytes();
                assertThat(Boxes.duration(fragment)).isEqualTo(27_000);
                assertThat(Boxes.decodeTime(fragment)).isEqualTo(packet.dtsMicros() * 9 / 100);
            }
        }
    }

    @Test
    void times_that_stand_still_run_backwards_or_show_before_decoding_end_no_stream() throws IOException {
        long[][] times = {{0, 0}, {40_000, 40_000}, {40_000, 40_000}, {40_001, 40_001}, {10_000, 20_000}, {0, 80_000}};
        long last = -1;
        try (var muxer = new FragmentMuxer(second.get(0).track())) {
            for (long[] time : times) {
                byte[] fragment = muxer.write(at(time[0], time[1]), 40_000).bytes();
                assertThat(Boxes.names(fragment)).containsExactly("moof", "mdat");
                assertThat(Boxes.decodeTime(fragment)).isGreaterThan(last);
                last = Boxes.decodeTime(fragment);
            }
        }
        assertThat(last).isEqualTo(7_200);
    }

    private Packet at(long shown, long decoded) {
        Packet first = second.get(0);
        return new Packet(first.track(), shown, decoded, first.key(), first.arrivedNanos(), first.data());
    }

    @Test
    void a_decoder_finds_every_frame(@TempDir Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var muxer = new FragmentMuxer(second.get(0).track())) {
            bytes.writeBytes(muxer.header());
            for (Packet packet : second)
                bytes.writeBytes(muxer.write(packet, 40_000).bytes());
        }
        Path file = Files.write(folder.resolve("live.mp4"), bytes.toByteArray());
        assertThat(Mp4File.of(file).pictures()).isEqualTo(25);
        assertThat(Mp4File.of(file).damaged()).isZero();
    }

    @Test
    void video_without_parameters_is_refused() {
        var unknown = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, 320, 180, 0, 0, null);
        assertThatThrownBy(() -> new FragmentMuxer(unknown)).isInstanceOf(IOException.class);
    }
}
