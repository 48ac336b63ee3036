package club.courtside.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** What is sent: parts of a file, with other bytes between or after them. */
final class Patchwork {

    private static final int AT_ONCE = 8 << 20;

    /** @param bytes null for a part of the file, which begins at {@code first} there */
    private record Patch(long first, long length, byte[] bytes) {}

    private final FileChannel file;
    private final List<Patch> patches = new ArrayList<>();
    private final CRC32 added = new CRC32();
    private long next;
    private long size;

    Patchwork(FileChannel file) {
        this.file = file;
    }

    /** The file goes on up to there. */
    Patchwork upTo(long end) {
        if (end > next) add(new Patch(next, end - next, null));
        next = Math.max(next, end);
        return this;
    }

    /** The file will go on from there. */
    Patchwork from(long position) {
        next = position;
        return this;
    }

    Patchwork bytes(byte[] bytes) {
        added.update(bytes);
        add(new Patch(0, bytes.length, bytes));
        return this;
    }

    private void add(Patch patch) {
        patches.add(patch);
        size += patch.length();
    }

    long size() {
        return size;
    }

    /** What the added bytes are told apart by; empty when it is the file alone. */
    String fingerprint() {
        return added.getValue() == 0 ? "" : "-" + Long.toHexString(added.getValue());
    }

    void copy(long position, long length, WritableByteChannel to) throws IOException {
        long begin = 0;
        for (Patch patch : patches) {
            long from = Math.max(position, begin);
            long end = Math.min(position + length, begin + patch.length());
            if (from < end) copy(patch, from - begin, end - from, to);
            begin += patch.length();
        }
    }

    private void copy(Patch patch, long offset, long length, WritableByteChannel to) throws IOException {
        if (patch.bytes() != null) {
            ByteBuffer bytes = ByteBuffer.wrap(patch.bytes(), (int) offset, (int) length);
            while (bytes.hasRemaining()) to.write(bytes);
            return;
        }
        long position = patch.first() + offset;
        long left = length;
        while (left > 0) {
            long sent = file.transferTo(position, Math.min(left, AT_ONCE), to);
            if (sent <= 0) throw new IOException("the file became shorter while it was sent");
            position += sent;
            left -= sent;
        }
    }
}
