package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtpClockTest {

    @Test
    void its_time_goes_on_over_the_end_of_32_bits() {
        RtpClock clock = new RtpClock(90_000);
        clock.begin(0xFFFFF000, 5000);
        assertThat(clock.micros(0xFFFFF000)).isEqualTo(5000);
        assertThat(clock.micros(0xFFFFF000 + 90_000)).isEqualTo(1_005_000);
        assertThat(clock.micros(0xFFFFF000 + 86_400)).isEqualTo(965_000);
    }

    @Test
    void packets_are_read_with_all_that_a_header_may_have() {
        byte[] bytes = new byte[12 + 4 + 8 + 3 + 2];
        bytes[0] = (byte) (0x80 | 0x20 | 0x10 | 1);
        bytes[1] = (byte) 0xE0;
        bytes[2] = (byte) 0xFF;
        bytes[3] = (byte) 0xFE;
        bytes[19] = 1;
        bytes[24] = 42;
        bytes[28] = 2;
        RtpPacket packet = new RtpPacket();
        assertThat(packet.read(bytes, 0, bytes.length)).isTrue();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.sequence()).isEqualTo(0xFFFE);
        assertThat(packet.size()).isEqualTo(3);
        assertThat(packet.bytes()[packet.from()]).isEqualTo((byte) 42);
        bytes[28] = 9;
        assertThat(packet.read(bytes, 0, bytes.length)).isFalse();
        assertThat(packet.read(bytes, 0, 5)).isFalse();
    }
}
