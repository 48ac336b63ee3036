package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AacUnitsTest {

    private final Rtp camera = new Rtp(new AacUnits(13, 3, 3));

    @Test
    void several_frames_in_a_packet_follow_each_other() {
        camera.send(100, true, "0020 0010 0018 a1a2 b1b2b3");
        assertThat(camera.taken).containsExactly(new Rtp.Unit("a1a2", 100, true), new Rtp.Unit("b1b2b3", 1124, true));
    }

    @Test
    void a_frame_in_several_packets_is_put_together() {
        camera.send(100, false, "0010 0028 a1a2").send(100, true, "0010 0028 a3a4a5");
        assertThat(camera.bytes()).containsExactly("a1a2a3a4a5");
    }

    @Test
    void a_frame_with_a_hole_is_left_out() {
        camera.send(100, false, "0010 0028 a1a2").afterGap(100, true, "0010 0028 a4a5");
        camera.send(1124, true, "0010 0010 b1b2");
        assertThat(camera.bytes()).containsExactly("b1b2");
    }

    /** ISO/IEC 14496-3, 1.6.2.1: AAC-LC, 44.1 kHz, two channels; then HE-AAC, and a rate that has no number. */
    @Test
    void its_configuration_tells_what_is_usual() {
        AacConfiguration usual = AacConfiguration.parse(new byte[] {0x12, 0x10});
        assertThat(usual.sampleRate()).isEqualTo(44100);
        assertThat(usual.channels()).isEqualTo(2);
        assertThat(usual.isUsual()).isTrue();
        assertThat(AacConfiguration.parse(new byte[] {0x2b, 0x11, (byte) 0x88}).isUsual())
                .isFalse();
        AacConfiguration explicit = AacConfiguration.parse(new byte[] {0x17, (byte) 0x80, 0x5d, (byte) 0xc0, 0x08});
        assertThat(explicit.sampleRate()).isEqualTo(48000);
        assertThat(explicit.channels()).isEqualTo(1);
        assertThat(AacConfiguration.parse(new byte[0]).isUsual()).isFalse();
    }
}
