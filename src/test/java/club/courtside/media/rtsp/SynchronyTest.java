package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.FakeClock;
import club.courtside.media.Packet;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SynchronyTest {

    private final Queue<Packet> ready = new ArrayDeque<>();
    private Synchrony synchrony;
    private final RtpLane video = lane("video 0 RTP/AVP 96", "rtpmap:96 H264/90000");
    private final RtpLane audio = lane("audio 0 RTP/AVP 8", "x");

    SynchronyTest() {
        synchrony = new Synchrony(video, audio);
    }

    private RtpLane lane(String line, String attribute) {
        MediaDescription media = new MediaDescription(line);
        media.attribute(attribute);
        try {
            Carriage carriage = media.isVideo() ? Carriage.ofVideo(media) : Carriage.ofAudio(media);
            return new RtpLane(carriage, 0, new FakeClock(), ready, () -> synchrony.adjust());
        } catch (Strange e) {
            throw new AssertionError(e);
        }
    }

    private static void report(RtpLane lane, int seconds, int time) {
        byte[] report = ByteBuffer.allocate(28)
                .put((byte) 0x80)
                .put((byte) 200)
                .putShort((short) 6)
                .putInt(7)
                .putInt(seconds)
                .putInt(0)
                .putInt(time)
                .array();
        assertThat(lane.report(report, 0, report.length)).isFalse();
    }

    private long picture(int number, int time) {
        byte[] packet = Rtp.packet(number, time, true, new byte[] {0x65, (byte) 0x88, 1});
        video.packet(packet, 0, packet.length);
        return ready.remove().ptsMicros();
    }

    private long sound(int number, int time) {
        byte[] packet = Rtp.packet(number, time, false, new byte[160]);
        packet[1] = 8;
        audio.packet(packet, 0, packet.length);
        return ready.remove().ptsMicros();
    }

    /** The sound of 0.5 s later arrives at the same moment as the picture. */
    @Test
    void reports_before_the_first_packets_put_sound_and_picture_together_from_the_first_on() {
        report(video, 1000, 90_000);
        report(audio, 1000, 8_000);
        long seen = picture(1, 90_000);
        assertThat(sound(1, 12_000) - seen).isEqualTo(500_000);
    }

    @Test
    void later_reports_move_the_sound_and_never_the_picture() {
        long seen = picture(1, 90_000);
        assertThat(sound(1, 12_000)).isEqualTo(seen);
        report(video, 1000, 90_000);
        report(audio, 1000, 8_000);
        assertThat(picture(2, 93_600) - seen).isEqualTo(40_000);
        assertThat(sound(2, 12_160) - seen).isEqualTo(520_000);
    }

    @Test
    void reports_without_sense_and_steps_too_small_to_notice_move_nothing() {
        long seen = picture(1, 90_000);
        sound(1, 8_000);
        report(video, 1000, 90_000);
        report(audio, 2000, 8_000);
        assertThat(sound(2, 8_160) - seen).isEqualTo(20_000);
        report(audio, 1000, 8_080);
        assertThat(sound(3, 8_320) - seen).isEqualTo(40_000);
    }
}
