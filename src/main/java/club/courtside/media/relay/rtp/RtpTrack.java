package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One track as RTP (RFC 3550), cut once for all who read it. Its clock runs with the packets' presentation time from a
 * random beginning; sender reports tie it to the wall clock, and so the tracks to each other. For one thread.
 */
public final class RtpTrack {

    private static final int VERSION = 0x80;
    private static final int MARKER = 0x80;
    private static final int HEADER = 12;
    private static final long NTP_TO_UNIX = 2_208_988_800L;
    private static final byte[] NAME = "courtside".getBytes(StandardCharsets.US_ASCII);

    /** Takes RTP packets. */
    public interface Wire {
        /** Both are read at once, not kept; together they are one packet. */
        void packet(byte[] header, ByteBuffer body);
    }

    private final String kind;
    private final PayloadFormat format;
    private final int source;
    private final int offset;
    private int sequence;
    private int packets;
    private int octets;

    RtpTrack(String kind, PayloadFormat format, Random random) {
        this.kind = kind;
        this.format = format;
        this.source = random.nextInt();
        this.offset = random.nextInt();
        this.sequence = random.nextInt(0x10000);
    }

    /** @throws NotCarried when this one packet has no way; nothing was handed on then */
    public void cut(Packet packet, Wire wire) throws NotCarried {
        int time = time(packet.ptsMicros());
        format.cut(packet, (head, body, last, later) -> {
            byte[] header = new byte[HEADER + head.length];
            ByteBuffer.wrap(header)
                    .put((byte) VERSION)
                    .put((byte) (format.payloadType() | (last ? MARKER : 0)))
                    .putShort((short) sequence++)
                    .putInt(time + later)
                    .putInt(source)
                    .put(head);
            packets++;
            octets += head.length + body.remaining();
            wire.packet(header, body);
        });
    }

    /** The RTP time of a moment of the feed's clock, µs. */
    public int time(long micros) {
        return offset
                + (int) (micros / 1_000_000 * format.clockRate() + micros % 1_000_000 * format.clockRate() / 1_000_000);
    }

    /** That of the next packet. */
    public int nextSequence() {
        return sequence & 0xFFFF;
    }

    /** The synchronization source (SSRC). */
    public int source() {
        return source;
    }

    /**
     * A sender report (RFC 3550, 6.4.1) with the sender's name.
     *
     * @param micros the moment on the feed's clock, µs
     * @param wall the same moment
     */
    public byte[] report(long micros, Instant wall) {
        ByteBuffer report = ByteBuffer.allocate(28 + description().length);
        report.put((byte) VERSION).put((byte) 200).putShort((short) 6).putInt(source);
        report.putInt((int) (wall.getEpochSecond() + NTP_TO_UNIX));
        report.putInt((int) (((long) wall.getNano() << 32) / 1_000_000_000L));
        report.putInt(time(micros)).putInt(packets).putInt(octets);
        return report.put(description()).array();
    }

    /** Nothing will follow (RFC 3550, 6.6). */
    public byte[] goodbye() {
        ByteBuffer goodbye = ByteBuffer.allocate(8 + description().length + 8);
        goodbye.put((byte) VERSION).put((byte) 201).putShort((short) 1).putInt(source);
        goodbye.put(description());
        return goodbye.put((byte) (VERSION | 1))
                .put((byte) 203)
                .putShort((short) 1)
                .putInt(source)
                .array();
    }

    /** RFC 3550, 6.5: the canonical name, padded to whole words. */
    private byte[] description() {
        int words = (4 + 2 + NAME.length + 1 + 3) / 4;
        ByteBuffer description = ByteBuffer.allocate(4 + 4 * words);
        description.put((byte) (VERSION | 1)).put((byte) 202).putShort((short) words);
        description.putInt(source).put((byte) 1).put((byte) NAME.length).put(NAME);
        return description.array();
    }

    /** Its part of a description (SDP, RFC 4566), without {@code control}. */
    List<String> media() {
        List<String> lines = new ArrayList<>();
        lines.add("m=" + kind + " 0 RTP/AVP " + format.payloadType());
        format.attributes().forEach(attribute -> lines.add("a=" + attribute));
        return lines;
    }
}
