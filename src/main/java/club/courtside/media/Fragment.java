package club.courtside.media;

import java.nio.ByteBuffer;

/**
 * One frame for live players; the bytes are shared by all viewers.
 *
 * @param bytes {@code moof} and {@code mdat}
 * @param key whether a player can begin here
 */
record Fragment(byte[] bytes, boolean key) {

    private static final int TFDT = 0x74666474;
    private static final int TIME_AFTER_NAME = 8;

    /** Decoding time in the units of the track (ISO/IEC 14496-12, 8.8.12). */
    long decodeTime() {
        ByteBuffer at = ByteBuffer.wrap(bytes);
        int name = tfdt();
        return at.get(name + 4) == 0
                ? Integer.toUnsignedLong(at.getInt(name + TIME_AFTER_NAME))
                : at.getLong(name + TIME_AFTER_NAME);
    }

    /** The same frame earlier. */
    Fragment earlierBy(long units) {
        if (units == 0) return this;
        long time = decodeTime() - units;
        byte[] moved = bytes.clone();
        int name = tfdt();
        if (moved[name + 4] == 0) ByteBuffer.wrap(moved).putInt(name + TIME_AFTER_NAME, (int) time);
        else ByteBuffer.wrap(moved).putLong(name + TIME_AFTER_NAME, time);
        return new Fragment(moved, key);
    }

    private int tfdt() {
        ByteBuffer at = ByteBuffer.wrap(bytes);
        for (int i = 8; i + 16 < bytes.length && i < 256; i++) if (at.getInt(i) == TFDT) return i;
        throw new IllegalStateException("a fragment without its decoding time");
    }
}
