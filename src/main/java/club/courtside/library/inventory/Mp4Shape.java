package club.courtside.library.inventory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How an MP4 is built, seen from the headers of its first boxes (ISO/IEC 14496-12). */
enum Mp4Shape {
    /** One table of contents for all of it. */
    ORDINARY,
    /** In fragments, or without table of contents: its writer was killed. */
    UNFINISHED,
    OTHER;

    private static final int HEADER = 16;
    private static final int MOST_BOXES = 50;

    static Mp4Shape of(Path file) {
        try (FileChannel in = FileChannel.open(file)) {
            return of(in);
        } catch (IOException unreadable) {
            return OTHER;
        }
    }

    private static Mp4Shape of(FileChannel in) throws IOException {
        if (in.size() < 8) return OTHER;
        boolean contents = false;
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        long at = 0;
        for (int boxes = 0; boxes < MOST_BOXES && at + 8 <= in.size(); boxes++) {
            header.clear();
            in.read(header, at);
            String name = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
            if (boxes == 0 && !name.equals("ftyp")) return OTHER;
            if (name.equals("moof")) return UNFINISHED;
            contents |= name.equals("moov");
            long size = header.getInt(0) & 0xFFFFFFFFL;
            if (size == 1) size = header.getLong(8);
            // 0: up to the end of the file, as an unfinished box says it.
            if (size < 8) break;
            at += size;
        }
        return contents && at <= in.size() ? ORDINARY : UNFINISHED;
    }
}
