package club.courtside.media;

import java.nio.ByteBuffer;

/**
 * One frame for live players: {@code moof} and {@code mdat} of ISO/IEC 14496-12, with 64 bits for the decoding time. The
 * bytes are shared by all viewers; times are in the units of the track.
 *
 * @param key whether a player can begin here
 */
public record Fragment(byte[] bytes, boolean key) {

    private static final int TFHD = 0x74666864;
    private static final int TFDT = 0x74666474;
    private static final int DURATION_FLAG = 0x08;
    private static final int FLAGS_OF_EARLIER_FIELDS = 0x03;

    public long decodeTime() {
        return ByteBuffer.wrap(bytes).getLong(decodeTimeAt());
    }

    /** The same frame at another time. */
    public Fragment at(long decodeTime) {
        byte[] moved = bytes.clone();
        ByteBuffer.wrap(moved).putLong(decodeTimeAt(), decodeTime);
        return new Fragment(moved, key);
    }

    /** The same frame shown for another time. */
    public Fragment lasting(int duration) {
        int header = content(TFHD);
        int flags = ByteBuffer.wrap(bytes).getInt(header);
        if ((flags & DURATION_FLAG) == 0 || (flags & FLAGS_OF_EARLIER_FIELDS) != 0)
            throw new IllegalStateException("a fragment without a default duration");
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(header + 8, duration);
        return new Fragment(changed, key);
    }

    private int decodeTimeAt() {
        int header = content(TFDT);
        if (bytes[header] != 1) throw new IllegalStateException("a fragment with a short decoding time");
        return header + 4;
    }

    /** Offset of a box's content; the boxes that are looked for stand near the beginning. */
    private int content(int name) {
        ByteBuffer at = ByteBuffer.wrap(bytes);
        for (int i = 8; i + 20 < bytes.length && i < 256; i++) if (at.getInt(i) == name) return i + 4;
        throw new IllegalStateException("a fragment in an unknown form");
    }
}
