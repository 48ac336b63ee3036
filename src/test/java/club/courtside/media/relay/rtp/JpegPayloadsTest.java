package club.courtside.media.relay.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import club.courtside.media.Track.Kind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The header fields of RFC 2435, over JPEGs that the JDK has coded (4:2:0, the tables of annex K). */
class JpegPayloadsTest {

    private static final Track TRACK = new Track(0, Kind.VIDEO, Codec.MJPEG, 320, 176, 0, 0, null);

    @Test
    void the_first_packet_carries_the_tables_and_every_packet_its_place() throws Exception {
        byte[] jpeg = jpeg(320, 176);
        List<byte[]> payloads = cut(jpeg);
        assertThat(payloads).hasSizeGreaterThan(3).allSatisfy(payload -> {
            assertThat(payload).hasSizeLessThanOrEqualTo(PayloadFormat.MOST);
            assertThat(payload[0]).as("type-specific: progressive").isZero();
            assertThat(payload[4]).as("type: 4:2:0").isEqualTo((byte) 1);
            assertThat(payload[5]).as("Q: tables in band").isEqualTo((byte) 255);
            assertThat(payload[6]).as("width in blocks").isEqualTo((byte) 40);
            assertThat(payload[7]).as("height in blocks").isEqualTo((byte) 22);
        });
        byte[] first = payloads.get(0);
        assertThat(Arrays.copyOfRange(first, 8, 12)).containsExactly(0, 0, 0, 128);
        int table = indexOf(jpeg, 0xDB) + 5;
        assertThat(Arrays.copyOfRange(first, 12, 76)).isEqualTo(Arrays.copyOfRange(jpeg, table, table + 64));
        var scan = new ByteArrayOutputStream();
        for (byte[] payload : payloads) {
            assertThat(ByteBuffer.wrap(payload).getInt()).as("fragment offset").isEqualTo(scan.size());
            int header = scan.size() == 0 ? 8 + 4 + 128 : 8;
            scan.write(payload, header, payload.length - header);
        }
        int begin = indexOf(jpeg, 0xDA);
        begin += 2 + ((jpeg[begin + 2] & 255) << 8 | jpeg[begin + 3] & 255);
        assertThat(scan.toByteArray()).isEqualTo(Arrays.copyOfRange(jpeg, begin, jpeg.length - 2));
    }

    @Test
    void restart_intervals_get_a_header_of_their_own() throws Exception {
        byte[] payload = cut(with(jpeg(320, 176), new byte[] {(byte) 0xFF, (byte) 0xDD, 0, 4, 0, 20}))
                .get(0);
        assertThat(payload[4]).isEqualTo((byte) 65);
        assertThat(Arrays.copyOfRange(payload, 8, 12)).containsExactly(0, 20, 0xFF, 0xFF);
    }

    @Test
    void a_size_that_is_no_multiple_of_eight_is_rounded_up() throws Exception {
        byte[] payload = cut(jpeg(321, 179)).get(0);
        assertThat(payload[6]).isEqualTo((byte) 41);
        assertThat(payload[7]).isEqualTo((byte) 23);
    }

    @Test
    void the_largest_picture_has_2040_pixels() throws Exception {
        assertThat(cut(jpeg(2040, 16)).get(0)[6]).isEqualTo((byte) 255);
        assertThatThrownBy(() -> cut(jpeg(2048, 16)))
                .isInstanceOf(NotCarried.class)
                .hasMessageContaining("2040 × 2040 pixels, this one has 2048 × 16");
    }

    @Test
    void what_readers_could_not_decode_is_refused_with_the_reason() throws Exception {
        byte[] grey = jpeg(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY));
        refused(grey, "colour");
        byte[] jpeg = jpeg(64, 64);
        byte[] progressive = jpeg.clone();
        progressive[indexOf(jpeg, 0xC0) + 1] = (byte) 0xC2;
        refused(progressive, "progressive");
        byte[] fullColour = jpeg.clone();
        fullColour[indexOf(jpeg, 0xC0) + 11] = 0x11;
        refused(fullColour, "4:2:0");
        byte[] ownTables = jpeg.clone();
        ownTables[indexOf(jpeg, 0xC4) + 25] ^= 1;
        refused(ownTables, "Huffman");
        refused(Arrays.copyOf(jpeg, indexOf(jpeg, 0xC4)), "no whole JPEG");
        refused(new byte[] {1, 2, 3}, "JPEG");
        refused(new byte[0], "JPEG");
    }

    @Test
    void damaged_pictures_never_do_worse_than_be_refused() {
        byte[] jpeg = jpeg(64, 64);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(jpeg, 1 + random.nextInt(jpeg.length));
            for (int j = 0; j < 3; j++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                cut(damaged);
            } catch (NotCarried refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static void refused(byte[] jpeg, String why) {
        assertThatThrownBy(() -> cut(jpeg)).isInstanceOf(NotCarried.class).hasMessageContaining(why);
    }

    private static List<byte[]> cut(byte[] jpeg) throws NotCarried {
        List<byte[]> payloads = new ArrayList<>();
        var packet = new Packet(TRACK, 0, 0, true, 0, ByteBuffer.wrap(jpeg));
        new JpegFormat().cut(packet, (head, body, last, later) -> {
            byte[] payload = Arrays.copyOf(head, head.length + body.remaining());
            body.duplicate().get(payload, head.length, body.remaining());
            payloads.add(payload);
        });
        return payloads;
    }

    private static byte[] jpeg(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                image.setRGB(x, y, new Color(x % 256, y % 256, random.nextInt(256)).getRGB());
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same with a segment before the frame header. */
    private static byte[] with(byte[] jpeg, byte[] segment) {
        int at = indexOf(jpeg, 0xC0);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, at)
                .put(segment)
                .put(jpeg, at, jpeg.length - at)
                .array();
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 0; i + 1 < jpeg.length; i++)
            if ((jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == marker) return i;
        throw new AssertionError("no such marker");
    }
}
