package club.courtside.media.relay.rtp;

import static club.courtside.media.relay.rtp.PayloadFormat.MOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import club.courtside.media.Track.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H.264 (RFC 6184) and H.265 (RFC 7798), put together again as a reader does. */
class NalPayloadsTest {

    private static final byte[] SPS = {0x67, 0x42, (byte) 0xC0, 0x1E, 1, 2};
    private static final byte[] PPS = {0x68, 3, 4};

    private record Payload(byte[] bytes, boolean last) {}

    @ParameterizedTest
    @ValueSource(ints = {2, MOST - 1, MOST, MOST + 1, 2 * (MOST - 2) + 1, 2 * (MOST - 2) + 2, 50_000})
    void an_h264_unit_of_any_length_arrives_as_it_was(int length) throws Exception {
        byte[] picture = unit((byte) 0x65, length);
        Track track = track(Codec.H264, annexB(SPS, PPS));
        List<Payload> payloads = cut(track, annexB(picture));
        assertThat(payloads).allSatisfy(payload -> assertThat(payload.bytes()).hasSizeLessThanOrEqualTo(MOST));
        assertThat(h264(payloads)).containsExactly(picture);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, MOST - 1, MOST, MOST + 1, 2 * (MOST - 3) + 2, 2 * (MOST - 3) + 3, 50_000})
    void an_h265_unit_of_any_length_arrives_as_it_was(int length) throws Exception {
        byte[] picture = unit((byte) (19 << 1), length);
        picture[1] = 1;
        Track track = track(Codec.H265, annexB(h265(32), h265(33), h265(34)));
        List<Payload> payloads = cut(track, annexB(picture));
        assertThat(payloads).allSatisfy(payload -> assertThat(payload.bytes()).hasSizeLessThanOrEqualTo(MOST));
        assertThat(h265(payloads)).containsExactly(picture);
    }

    @Test
    void the_marker_stands_at_the_end_of_a_picture_only() throws Exception {
        byte[] large = unit((byte) 0x65, 3000);
        List<Payload> payloads = cut(track(Codec.H264, new byte[0]), annexB(SPS, PPS, large, unit((byte) 0x65, 3000)));
        assertThat(payloads).hasSize(8).filteredOn(Payload::last).containsExactly(payloads.get(7));
    }

    @Test
    void start_codes_of_three_and_four_bytes_and_zeros_after_a_unit_are_no_content() throws Exception {
        byte[] stream = {0, 0, 0, 1, 0x67, 9, 9, 9, 0, 0, 1, 0x68, 8, 0, 0, 0, 0, 1, 0x65, 7, 0, 0};
        assertThat(h264(cut(track(Codec.H264, new byte[0]), stream)))
                .containsExactly(new byte[] {0x67, 9, 9, 9}, new byte[] {0x68, 8}, new byte[] {0x65, 7});
    }

    @Test
    void length_prefixed_units_travel_like_those_behind_start_codes() throws Exception {
        byte[] avcC = {
            1,
            0x42,
            (byte) 0xC0,
            0x1E,
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            6,
            0x67,
            0x42,
            (byte) 0xC0,
            0x1E,
            1,
            2,
            1,
            0,
            3,
            0x68,
            3,
            4
        };
        byte[] prefixed = {0, 0, 0, 2, 0x65, 7, 0, 0, 0, 3, 0x41, 8, 8};
        Track track = track(Codec.H264, avcC);
        assertThat(h264(cut(track, prefixed))).containsExactly(new byte[] {0x65, 7}, new byte[] {0x41, 8, 8});
        assertThat(attributes(track, prefixed)).contains("sprop-parameter-sets=Z0LAHgEC,aAME");
    }

    @Test
    void readers_are_told_the_parameter_sets_of_h264() throws Exception {
        assertThat(attributes(track(Codec.H264, annexB(SPS, PPS)), annexB(unit((byte) 0x65, 9))))
                .contains("rtpmap:96 H264/90000")
                .contains("packetization-mode=1")
                .contains("sprop-parameter-sets=Z0LAHgEC,aAME")
                .contains("profile-level-id=42c01e");
    }

    @Test
    void what_a_key_frame_says_goes_before_what_the_camera_announced() throws Exception {
        byte[] other = SPS.clone();
        other[5] = 99;
        String attributes = attributes(track(Codec.H264, annexB(SPS, PPS)), annexB(other, PPS, unit((byte) 0x65, 9)));
        assertThat(attributes).contains("sprop-parameter-sets=Z0LAHgFj,aAME");
    }

    @Test
    void readers_are_told_the_three_kinds_of_parameter_sets_of_h265() throws Exception {
        byte[] configuration = annexB(h265(32), h265(33), h265(34));
        assertThat(attributes(track(Codec.H265, configuration), annexB(unit((byte) (19 << 1), 9))))
                .contains("rtpmap:96 H265/90000")
                .contains("sprop-vps=QAE=; sprop-sps=QgE=; sprop-pps=RAE=");
    }

    @Test
    void a_camera_that_never_says_its_parameter_sets_is_not_relayed() {
        assertThatThrownBy(() -> attributes(track(Codec.H264, new byte[0]), annexB(unit((byte) 0x65, 9))))
                .isInstanceOf(NotCarried.class)
                .hasMessageContaining("parameter sets");
    }

    private static byte[] h265(int type) {
        return new byte[] {(byte) (type << 1), 1};
    }

    private static Track track(Codec codec, byte[] configuration) {
        return new Track(0, Kind.VIDEO, codec, 320, 180, 0, 0, configuration);
    }

    private static byte[] unit(byte header, int length) {
        byte[] unit = new byte[length];
        new Random(length).nextBytes(unit);
        for (int i = 0; i < length; i++) unit[i] |= 4; // no start code, and no zero at the end
        unit[0] = header;
        return unit;
    }

    private static byte[] annexB(byte[]... units) {
        var stream = new ByteArrayOutputStream();
        for (byte[] unit : units) {
            stream.writeBytes(new byte[] {0, 0, 0, 1});
            stream.writeBytes(unit);
        }
        return stream.toByteArray();
    }

    private static Packet key(Track track, byte[] data) {
        return new Packet(track, 0, 0, true, 0, ByteBuffer.wrap(data));
    }

    private static String attributes(Track track, byte[] first) throws NotCarried {
        return String.join("\n", PayloadFormat.of(track, 96, key(track, first)).attributes());
    }

    private static List<Payload> cut(Track track, byte[] data) throws NotCarried {
        List<Payload> payloads = new ArrayList<>();
        PayloadFormat format = track.codec() == Codec.H264 ? new H264Format(96, null) : new H265Format(96, null);
        format.cut(key(track, data), (head, body, last, later) -> {
            byte[] bytes = Arrays.copyOf(head, head.length + body.remaining());
            body.duplicate().get(bytes, head.length, body.remaining());
            payloads.add(new Payload(bytes, last));
        });
        return payloads;
    }

    private static List<byte[]> h264(List<Payload> payloads) {
        List<byte[]> units = new ArrayList<>();
        var open = new ByteArrayOutputStream();
        for (Payload payload : payloads) {
            byte[] bytes = payload.bytes();
            if ((bytes[0] & 31) != 28) {
                units.add(bytes);
                continue;
            }
            assertThat((bytes[1] & 0x80) != 0).isEqualTo(open.size() == 0);
            if (open.size() == 0) open.write(bytes[0] & 0xE0 | bytes[1] & 31);
            open.write(bytes, 2, bytes.length - 2);
            if ((bytes[1] & 0x40) == 0) continue;
            units.add(open.toByteArray());
            open.reset();
        }
        assertThat(open.size()).isZero();
        return units;
    }

    private static List<byte[]> h265(List<Payload> payloads) {
        List<byte[]> units = new ArrayList<>();
        var open = new ByteArrayOutputStream();
        for (Payload payload : payloads) {
            byte[] bytes = payload.bytes();
            if ((bytes[0] >> 1 & 63) != 49) {
                units.add(bytes);
                continue;
            }
            assertThat((bytes[2] & 0x80) != 0).isEqualTo(open.size() == 0);
            if (open.size() == 0) {
                open.write(bytes[0] & 0x81 | (bytes[2] & 63) << 1);
                open.write(bytes[1]);
            }
            open.write(bytes, 3, bytes.length - 3);
            if ((bytes[2] & 0x40) == 0) continue;
            units.add(open.toByteArray());
            open.reset();
        }
        assertThat(open.size()).isZero();
        return units;
    }
}
