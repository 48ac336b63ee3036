package club.courtside.library.inventory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** When an MP4 says that it was made: the movie header's creation time (ISO/IEC 14496-12, 8.2.2). */
public final class Mp4Date {

    private static final Instant ZERO = Instant.parse("1904-01-01T00:00:00Z");

    /** Cameras without a clock write 0, or the beginning of some other epoch. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final int MOST_BOXES = 50;

    private Mp4Date() {}

    /** @param latest what lies behind it is no date either */
    public static Optional<Instant> of(Path file, Instant latest) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            long movie = box(in, "moov", 0, in.size());
            long header = movie < 0 ? -1 : box(in, "mvhd", movie, in.size());
            if (header < 0) return Optional.empty();
            ByteBuffer start = read(in, header, 12);
            boolean wide = start.get(0) == 1;
            Instant made =
                    ZERO.plusSeconds(wide ? Math.max(0, start.getLong(4) % (1L << 40)) : start.getInt(4) & 0xFFFFFFFFL);
            return Optional.of(made).filter(date -> date.isAfter(EARLIEST) && !date.isAfter(latest));
        }
    }

    /** @return where its content begins, -1 when there is none */
    private static long box(FileChannel in, String wanted, long from, long end) throws IOException {
        long at = from;
        for (int boxes = 0; boxes < MOST_BOXES && at + 16 <= end; boxes++) {
            ByteBuffer header = read(in, at, 16);
            String name = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
            long size = header.getInt(0) & 0xFFFFFFFFL;
            boolean wide = size == 1;
            if (name.equals(wanted)) return at + (wide ? 16 : 8);
            if (wide) size = header.getLong(8);
            if (size < 8 || size > end) return -1;
            at += size;
        }
        return -1;
    }

    private static ByteBuffer read(FileChannel in, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && in.read(buffer, at + buffer.position()) >= 0) continue;
        return buffer;
    }
}
