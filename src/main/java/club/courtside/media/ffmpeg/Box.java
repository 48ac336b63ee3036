package club.courtside.media.ffmpeg;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of an MP4 (ISO/IEC 14496-12, 4.2): a length, a name of four letters, and what is in it.
 *
 * @param at where it begins, in its file or in the buffer that it was read into
 * @param header bytes of length and name: 8, or 16 with a length of 64 bits
 * @param size bytes with the header
 */
record Box(String type, long at, int header, long size) {

    /** Far more than the tables of a day. */
    private static final long LONGEST = 256 << 20;

    boolean is(String name) {
        return type.equals(name);
    }

    long content() {
        return at + header;
    }

    long end() {
        return at + size;
    }

    /** @return empty when no box begins there that is whole */
    static Optional<Box> in(FileChannel file, long at) throws IOException {
        long left = file.size() - at;
        if (left < 8) return Optional.empty();
        ByteBuffer head = bytes(file, at, (int) Math.min(16, left));
        return named(head, 0, at).filter(box -> box.size() <= left);
    }

    private static Optional<Box> named(ByteBuffer bytes, int position, long at) {
        if (bytes.limit() - position < 8) return Optional.empty();
        byte[] name = new byte[4];
        bytes.get(position + 4, name);
        long size = bytes.getInt(position) & 0xFFFFFFFFL;
        int header = 8;
        if (size == 1) {
            if (bytes.limit() - position < 16) return Optional.empty();
            size = bytes.getLong(position + 8);
            header = 16;
        }
        if (size < header) return Optional.empty();
        return Optional.of(new Box(new String(name, StandardCharsets.ISO_8859_1), at, header, size));
    }

    /** Reads it whole; what is in it is found through {@link #alone()}. */
    ByteBuffer read(FileChannel file) throws IOException {
        if (size > LONGEST) throw new IOException("a box of " + size + " bytes");
        return bytes(file, at, (int) size);
    }

    /** The same box in a buffer that holds nothing else. */
    Box alone() {
        return new Box(type, 0, header, size);
    }

    static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining())
            if (file.read(bytes, at + bytes.position()) < 0) throw new EOFException("the file ends too early");
        return bytes.flip();
    }

    List<Box> children(ByteBuffer bytes) throws IOException {
        List<Box> found = new ArrayList<>();
        for (long next = content(); next < end(); ) {
            Box box = named(bytes, (int) next, next).orElseThrow(() -> new IOException("a box is torn"));
            if (box.end() > end()) throw new IOException("a box is longer than the one around it");
            found.add(box);
            next = box.end();
        }
        return found;
    }

    Optional<Box> child(String name, ByteBuffer bytes) throws IOException {
        return children(bytes).stream().filter(box -> box.is(name)).findFirst();
    }

    /** The box at the end of a path of names. */
    Box inside(ByteBuffer bytes, String... path) throws IOException {
        Box box = this;
        for (String name : path) box = box.child(name, bytes).orElseThrow(() -> new IOException("there is no " + name));
        return box;
    }

    /** What is in it, from its first byte on. */
    ByteBuffer contentOf(ByteBuffer bytes) {
        return bytes.duplicate().limit((int) end()).position((int) content());
    }
}
