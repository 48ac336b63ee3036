package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Track.Codec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PictureSizeTest {

    /** Made by x264 and x265. */
    private static final byte[] H264_1918X1078 =
            HexFormat.of().parseHex("0000000167640028acd940780227a9b0110000030001000003000a0f183196");

    private static final byte[] H265_1920X1080 = HexFormat.of()
            .parseHex(
                    "000000014201010408000003009e0800000300007890007810021cb2cacd24995e02dc080800100000030010000003005080");

    @Test
    void a_cropped_h264_picture_has_the_size_that_is_shown() {
        assertThat(PictureSize.in(Codec.H264, H264_1918X1078)).contains(new PictureSize(1918, 1078, 2));
    }

    @Test
    void h265_tells_its_size_too() {
        assertThat(PictureSize.in(Codec.H265, H265_1920X1080)).contains(new PictureSize(1920, 1080, 2));
    }

    @Test
    void the_size_is_found_among_other_sets() {
        byte[] sets = Pictures.h264Track().configuration();
        assertThat(PictureSize.in(Codec.H264, sets)).contains(new PictureSize(160, 120, 0));
    }

    /** 65,552 pixels wide, as damage makes it. */
    @Test
    void an_absurd_size_is_none() {
        byte[] damaged = HexFormat.of().parseHex("0000000167420028f400010008000401b0");
        assertThat(PictureSize.in(Codec.H264, damaged)).isEmpty();
    }

    @Test
    void torn_sets_tell_nothing() {
        for (int length = 0; length < 12; length++)
            assertThat(PictureSize.in(Codec.H264, Arrays.copyOf(H264_1918X1078, length)))
                    .isEmpty();
    }
}
