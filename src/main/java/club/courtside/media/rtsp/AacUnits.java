package club.courtside.media.rtsp;

import java.util.Arrays;

/** AAC in mode AAC-hbr (RFC 3640, 3.3.6): several frames in a packet, or one frame in several packets. */
final class AacUnits implements Units {

    /** Samples. */
    private static final int FRAME = 1024;

    private static final int LONGEST = 8192;

    private final int sizeBits;
    private final int indexBits;
    private final int deltaBits;
    private byte[] fragments;
    private int collected;
    private int time;

    /** How many bits of each header say the size of a frame, its index, and the distance between two. */
    AacUnits(int sizeBits, int indexBits, int deltaBits) {
        this.sizeBits = sizeBits;
        this.indexBits = indexBits;
        this.deltaBits = deltaBits;
    }

    @Override
    public void take(RtpPacket packet, boolean gap, Taker to) {
        if (gap || packet.time() != time) fragments = null;
        if (packet.size() < 2) return;
        byte[] bytes = packet.bytes();
        int headers = packet.from() + 2;
        int headerBits = (bytes[headers - 2] & 255) << 8 | bytes[headers - 1] & 255;
        int data = headers + (headerBits + 7) / 8;
        if (data > packet.to()) return;
        int bit = 0;
        for (int number = 0; ; number++) {
            int head = sizeBits + (number == 0 ? indexBits : deltaBits);
            if (bit + head > headerBits) return;
            int size = number(bytes, headers, bit, sizeBits);
            bit += head;
            if (size == 0 || size > LONGEST) return;
            if (size > packet.to() - data) {
                if (number == 0) fragment(packet, data, size, to);
                return;
            }
            to.unit(Arrays.copyOfRange(bytes, data, data + size), packet.time() + number * FRAME, true);
            data += size;
        }
    }

    private void fragment(RtpPacket packet, int data, int size, Taker to) {
        if (fragments == null || fragments.length != size) {
            fragments = new byte[size];
            collected = 0;
            time = packet.time();
        }
        int count = Math.min(packet.to() - data, size - collected);
        System.arraycopy(packet.bytes(), data, fragments, collected, count);
        collected += count;
        if (collected < size) return;
        to.unit(fragments, time, true);
        fragments = null;
    }

    private static int number(byte[] bytes, int from, int bit, int count) {
        int value = 0;
        for (int i = bit; i < bit + count; i++) value = value << 1 | bytes[from + i / 8] >> 7 - i % 8 & 1;
        return value;
    }
}
