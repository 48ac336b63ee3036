package club.courtside.media.rtsp;

import java.util.Arrays;

/**
 * Pictures in H.264 (RFC 6184) as a byte stream: single units, several in a packet (STAP-A) and one in several packets
 * (FU-A). A picture ends with the marker, so that it need not wait for the next one; with cameras that set none it ends
 * when the time changes, and with those that mark every slice too. One with a hole is left out.
 */
final class H264Units implements Units {

    private static final int LARGEST = 8 << 20;
    private static final int SLICE = 1;
    private static final int SLICE_OF_KEY = 5;
    private static final int EXTRA = 6;
    private static final int LAST_SINGLE = 23;
    private static final int TOGETHER = 24;
    private static final int FRAGMENT = 28;

    private byte[] picture = new byte[1 << 15];
    private int size;
    private int time;
    private boolean begun;
    private boolean hasSlice;
    private boolean key;
    private boolean damaged;
    private boolean inFragments;
    /** What is missing may be the beginning of the next picture. */
    private boolean doubtful = true;

    private int lastTime;
    private boolean emitted;
    private boolean marksSlices;

    @Override
    public void take(RtpPacket packet, boolean gap, Taker to) {
        if (gap) missing();
        if (begun && packet.time() != time) end(to);
        time = packet.time();
        begun = true;
        byte[] bytes = packet.bytes();
        int type = bytes[packet.from()] & 31;
        if (type >= 1 && type <= LAST_SINGLE) unit(bytes, packet.from(), packet.to());
        else if (type == TOGETHER) together(bytes, packet.from() + 1, packet.to());
        else if (type == FRAGMENT) fragment(bytes, packet.from(), packet.to());
        if (packet.marker() && !marksSlices) end(to);
    }

    private void missing() {
        damaged = begun && (hasSlice || size > 0 || damaged);
        inFragments = false;
        doubtful = true;
    }

    private void together(byte[] bytes, int from, int to) {
        for (int at = from; at + 2 < to; ) {
            int length = (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
            at += 2;
            if (length == 0 || at + length > to) {
                damaged = true;
                return;
            }
            unit(bytes, at, at + length);
            at += length;
        }
    }

    private void unit(byte[] bytes, int from, int to) {
        inFragments = false;
        begin(bytes[from], to - from > 1 ? bytes[from + 1] : 0);
        append(bytes, from + 1, to);
        if ((bytes[from] & 31) == EXTRA && RecoveryPoint.isIn(bytes, from + 1, to)) key = true;
    }

    private void fragment(byte[] bytes, int from, int to) {
        if (to - from < 3) return;
        boolean first = bytes[from + 1] < 0;
        if (first) begin((byte) (bytes[from] & 0xE0 | bytes[from + 1] & 31), bytes[from + 2]);
        else if (!inFragments) damaged = true;
        append(bytes, from + 2, to);
        inFragments = (bytes[from + 1] & 0x40) == 0 && (first || inFragments);
    }

    /** @param next after the header: a slice's first bit says whether it begins the picture (first_mb_in_slice is 0) */
    private void begin(byte header, byte next) {
        int type = header & 31;
        if (type == SLICE || type == SLICE_OF_KEY) {
            if (next >= 0 && !hasSlice) amidst();
            hasSlice = true;
            doubtful = false;
        }
        if (type == SLICE_OF_KEY) key = true;
        if (!hasRoom(5)) return;
        size += 3; // zeros
        picture[size - 3] = picture[size - 2] = picture[size - 1] = 0;
        picture[size++] = 1;
        picture[size++] = header;
    }

    private void amidst() {
        if (doubtful) damaged = true;
        else if (emitted && lastTime == time) marksSlices = true;
    }

    private void append(byte[] bytes, int from, int to) {
        if (!hasRoom(to - from)) return;
        System.arraycopy(bytes, from, picture, size, to - from);
        size += to - from;
    }

    private boolean hasRoom(int more) {
        if (size + more > LARGEST) damaged = true;
        if (damaged) return false;
        if (size + more > picture.length)
            picture = Arrays.copyOf(picture, Math.min(LARGEST, Math.max(size + more, 2 * picture.length)));
        return true;
    }

    /** Parameters alone, with a marker or a time of their own, belong to the picture after them. */
    private void end(Taker to) {
        if (!hasSlice && !damaged) return;
        if (!damaged) {
            to.unit(Arrays.copyOf(picture, size), time, key);
            lastTime = time;
            emitted = true;
        }
        size = 0;
        begun = false;
        hasSlice = false;
        key = false;
        damaged = false;
        inFragments = false;
    }
}
