package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Track.Codec;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {

    private static final byte[] SETS = {0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3};

    private static ParameterSets h264(int... bytes) {
        byte[] unit = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) unit[i] = (byte) bytes[i];
        return ParameterSets.in(Codec.H264, ByteBuffer.wrap(unit));
    }

    @Test
    void they_are_found_before_the_first_slice() {
        assertThat(h264(0, 0, 0, 1, 9, 16, 0, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x65, 7, 0, 0, 1, 0x67)
                        .bytes())
                .containsExactly(SETS);
    }

    @Test
    void h265_has_those_of_the_video_too() {
        byte[] unit = {0, 0, 1, 0x40, 1, 5, 0, 0, 1, 0x42, 1, 6, 0, 0, 1, 0x44, 1, 7, 0, 0, 1, 0x26, 1, 9, 0, 0, 1, 0x42
        };
        ParameterSets sets = ParameterSets.in(Codec.H265, ByteBuffer.wrap(unit));
        assertThat(sets.bytes())
                .containsExactly(0, 0, 0, 1, 0x40, 1, 5, 0, 0, 0, 1, 0x42, 1, 6, 0, 0, 0, 1, 0x44, 1, 7);
        assertThat(sets.sequence()).containsExactly(0x42, 1, 6);
    }

    @Test
    void a_frame_without_them_has_none() {
        assertThat(h264(0, 0, 0, 1, 0x41, 7, 8).isEmpty()).isTrue();
        assertThat(h264().isEmpty()).isTrue();
        assertThat(ParameterSets.in(Codec.MJPEG, ByteBuffer.wrap(SETS)).isEmpty())
                .isTrue();
    }

    @Test
    void streams_are_told_apart_by_their_sequence_parameters() {
        assertThat(ParameterSets.in(Codec.H264, ByteBuffer.wrap(SETS)).sequence())
                .containsExactly(0x67, 1, 2);
        assertThat(h264(1, 2, 3).sequence()).isEmpty();
    }

    @Test
    void what_is_not_sent_again_stays() {
        ParameterSets known = ParameterSets.in(Codec.H264, ByteBuffer.wrap(SETS));
        ParameterSets pictures = h264(0, 0, 1, 0x68, 4);
        assertThat(known.containsAllOf(h264(0, 0, 1, 0x68, 3))).isTrue();
        assertThat(known.containsAllOf(pictures)).isFalse();
        assertThat(pictures.completedBy(known).bytes()).containsExactly(0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 4);
    }
}
