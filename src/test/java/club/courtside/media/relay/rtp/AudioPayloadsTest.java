package club.courtside.media.relay.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import club.courtside.media.Track.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AAC (RFC 3640) and G.711 (RFC 3551). */
class AudioPayloadsTest {

    private record Payload(byte[] bytes, boolean last, int later) {}

    @Test
    void an_aac_frame_stands_behind_its_size() throws Exception {
        Track track = track(Codec.AAC, 48_000, 2, new byte[] {0x11, (byte) 0x90});
        List<Payload> payloads = cut(track, new byte[300]);
        assertThat(payloads).hasSize(1);
        assertThat(payloads.get(0).last()).isTrue();
        assertThat(Arrays.copyOf(payloads.get(0).bytes(), 4)).containsExactly(0, 16, 300 >> 5, (300 & 31) << 3);
        assertThat(payloads.get(0).bytes()).hasSize(304);
        assertThat(attributes(track))
                .contains("rtpmap:97 MPEG4-GENERIC/48000/2")
                .contains("mode=AAC-hbr; config=1190; sizelength=13; indexlength=3; indexdeltalength=3");
    }

    @Test
    void every_fragment_of_a_large_aac_frame_says_the_size_of_the_whole() throws Exception {
        List<Payload> payloads = cut(track(Codec.AAC, 48_000, 6, new byte[] {0x11, (byte) 0xB0}), new byte[4000]);
        assertThat(payloads).extracting(Payload::last).containsExactly(false, false, true);
        assertThat(payloads).allSatisfy(payload -> assertThat(Arrays.copyOf(payload.bytes(), 4))
                .containsExactly(0, 16, 4000 >> 5, (4000 & 31) << 3));
    }

    @Test
    void an_aac_frame_beyond_all_bounds_is_left_out() {
        Track track = track(Codec.AAC, 48_000, 1, new byte[] {0x11, (byte) 0x88});
        assertThatThrownBy(() -> cut(track, new byte[8192])).isInstanceOf(NotCarried.class);
    }

    @Test
    void aac_without_configuration_is_not_relayed() {
        assertThatThrownBy(() -> attributes(track(Codec.AAC, 48_000, 1, null))).isInstanceOf(NotCarried.class);
    }

    @Test
    void g711_has_its_fixed_numbers_at_8_khz_mono_only() throws Exception {
        assertThat(type(track(Codec.PCMA, 8000, 1, null))).isEqualTo(8);
        assertThat(type(track(Codec.PCMU, 8000, 1, null))).isZero();
        assertThat(type(track(Codec.PCMU, 16_000, 1, null))).isEqualTo(97);
        assertThat(attributes(track(Codec.PCMA, 8000, 2, null))).isEqualTo("rtpmap:97 PCMA/8000/2");
    }

    @Test
    void a_long_stretch_of_g711_is_cut_and_each_piece_dated() throws Exception {
        List<Payload> payloads = cut(track(Codec.PCMA, 8000, 2, null), new byte[3000]);
        assertThat(payloads).extracting(Payload::later).containsExactly(0, 700, 1400);
        assertThat(payloads).extracting(payload -> payload.bytes().length).containsExactly(1400, 1400, 200);
    }

    private static Track track(Codec codec, int rate, int channels, byte[] configuration) {
        return new Track(1, Kind.AUDIO, codec, 0, 0, rate, channels, configuration);
    }

    private static int type(Track track) throws NotCarried {
        return PayloadFormat.of(track, 97, null).payloadType();
    }

    private static String attributes(Track track) throws NotCarried {
        return String.join("\n", PayloadFormat.of(track, 97, null).attributes());
    }

    private static List<Payload> cut(Track track, byte[] data) throws NotCarried {
        List<Payload> payloads = new ArrayList<>();
        var packet = new Packet(track, 0, 0, true, 0, ByteBuffer.wrap(data));
        PayloadFormat.of(track, 97, null).cut(packet, (head, body, last, later) -> {
            byte[] bytes = Arrays.copyOf(head, head.length + body.remaining());
            body.duplicate().get(bytes, head.length, body.remaining());
            payloads.add(new Payload(bytes, last, later));
        });
        return payloads;
    }
}
