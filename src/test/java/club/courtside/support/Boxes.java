package club.courtside.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The boxes of an MP4 (ISO/IEC 14496-12), read without any library. */
public final class Boxes {

    private static final int HEADER = 8;

    private Boxes() {}

    /** Names of the boxes at the top. */
    public static List<String> names(byte[] bytes) {
        List<String> names = new ArrayList<>();
        ByteBuffer at = ByteBuffer.wrap(bytes);
        while (at.remaining() >= HEADER) {
            int size = at.getInt(at.position());
            names.add(name(at, at.position()));
            if (size < HEADER) throw new AssertionError("box of size " + size);
            at.position(at.position() + size);
        }
        if (at.hasRemaining()) throw new AssertionError("bytes behind the last box");
        return names;
    }

    /** {@code tfdt} of the first fragment. */
    public static long decodeTime(byte[] fragment) {
        ByteBuffer tfdt = find(ByteBuffer.wrap(fragment), "moof", "traf", "tfdt");
        return tfdt.get(0) == 1 ? tfdt.getLong(4) : tfdt.getInt(4);
    }

    /** The default sample duration of the first fragment. */
    public static int duration(byte[] fragment) {
        return find(ByteBuffer.wrap(fragment), "moof", "traf", "tfhd").getInt(8);
    }

    /** The content of a box, found through those that contain it. */
    private static ByteBuffer find(ByteBuffer in, String... path) {
        ByteBuffer at = in;
        for (String name : path) at = child(at, name);
        return at;
    }

    private static ByteBuffer child(ByteBuffer in, String name) {
        for (int at = 0; at + HEADER <= in.limit(); at += in.getInt(at)) {
            if (name(in, at).equals(name)) return in.slice(at + HEADER, in.getInt(at) - HEADER);
        }
        throw new AssertionError("no box " + name);
    }

    private static String name(ByteBuffer in, int at) {
        byte[] name = new byte[4];
        in.get(at + 4, name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
