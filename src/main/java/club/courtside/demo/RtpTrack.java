package club.courtside.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** One track on its way to one client: RTP packets and sender reports (RFC 3550). */
final class RtpTrack {

    private static final long REPORT_EVERY = 5_000_000;
    private static final long NTP_TO_UNIX = 2_208_988_800L;
    private static final byte[] NAME = "courtside".getBytes(StandardCharsets.US_ASCII);

    private final int payloadType;
    private final int rate;
    private final RtpLane lane;
    private final int source;
    private final int offset;
    private int sequence;
    private int packets;
    private int octets;
    private long reported = Long.MIN_VALUE;

    /** @param rate of the RTP clock, Hz */
    RtpTrack(int payloadType, int rate, RtpLane lane, Random random) {
        this.payloadType = payloadType;
        this.rate = rate;
        this.lane = lane;
        source = random.nextInt();
        offset = random.nextInt();
        sequence = random.nextInt(0x10000);
    }

    RtpLane lane() {
        return lane;
    }

    int nextSequence() {
        return sequence & 0xFFFF;
    }

    int rtpTime(long micros) {
        return offset + (int) (micros * rate / 1_000_000);
    }

    /** Sends one frame; the last packet carries the marker. */
    void send(long micros, List<byte[]> payloads) throws IOException {
        int time = rtpTime(micros);
        for (int i = 0; i < payloads.size(); i++) {
            byte[] payload = payloads.get(i);
            ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
            packet.put((byte) 0x80).put((byte) (payloadType | (i == payloads.size() - 1 ? 0x80 : 0)));
            packet.putShort((short) sequence++).putInt(time).putInt(source).put(payload);
            lane.media(packet.array());
            packets++;
            octets += payload.length;
        }
    }

    /** A sender report when one is due: it ties the track's clock to the wall clock, and so the tracks to each other. */
    void report(long micros, Instant wall) throws IOException {
        if (reported != Long.MIN_VALUE && micros - reported < REPORT_EVERY) return;
        reported = micros;
        ByteBuffer report = ByteBuffer.allocate(28 + 8 + 2 + NAME.length + 1);
        report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
        report.putInt((int) (wall.getEpochSecond() + NTP_TO_UNIX));
        report.putInt((int) (((long) wall.getNano() << 32) / 1_000_000_000L));
        report.putInt(rtpTime(micros)).putInt(packets).putInt(octets);
        report.put((byte) 0x81).put((byte) 202).putShort((short) 4).putInt(source);
        report.put((byte) 1).put((byte) NAME.length).put(NAME).put((byte) 0);
        lane.control(report.array());
    }
}
