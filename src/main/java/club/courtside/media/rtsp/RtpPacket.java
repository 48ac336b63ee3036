package club.courtside.media.rtsp;

/** The view on one RTP packet (RFC 3550, 5.1) where it arrived, moved from packet to packet. */
final class RtpPacket {

    private static final int HEADER = 12;

    private byte[] bytes;
    private int from;
    private int to;
    private int head;

    /** @return whether there is a packet with a payload */
    boolean read(byte[] packet, int at, int length) {
        if (length <= HEADER || (packet[at] & 0xC0) != 0x80) return false;
        bytes = packet;
        head = at;
        from = at + HEADER + 4 * (packet[at] & 15);
        to = at + length;
        boolean extended = (packet[at] & 0x10) != 0;
        if (extended && from + 4 <= to) from += 4 + 4 * number(from + 2);
        boolean padded = (packet[at] & 0x20) != 0;
        if (padded) to -= packet[to - 1] & 255;
        return from < to;
    }

    private int number(int at) {
        return (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
    }

    boolean marker() {
        return bytes[head + 1] < 0;
    }

    int payloadType() {
        return bytes[head + 1] & 0x7F;
    }

    /** 16 bits. */
    int sequence() {
        return number(head + 2);
    }

    /** 32 bits, on the track's clock. */
    int time() {
        return number(head + 4) << 16 | number(head + 6);
    }

    int source() {
        return number(head + 8) << 16 | number(head + 10);
    }

    /** What {@link #from()} and {@link #to()} lie in; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the payload begins. */
    int from() {
        return from;
    }

    /** Where it ends. */
    int to() {
        return to;
    }

    int size() {
        return to - from;
    }
}
