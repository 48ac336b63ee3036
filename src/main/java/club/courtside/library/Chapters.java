package club.courtside.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Moments as the chapters of an MP4, in a copy that is made while it is sent: the file on the disk stays as it is. Only
 * its table of contents ({@code moov}, ISO/IEC 14496-12) is written anew, at the end, with a chapter list ({@code chpl})
 * in it; every picture stays at its place, so that nothing else has to be changed.
 */
final class Chapters {

    /** The list counts them in one byte. */
    private static final int MOST = 255;

    private static final int LONGEST_TITLE = 255;
    private static final int LARGEST_TABLE = 64 << 20;
    private static final int MOST_BOXES = 1000;
    private static final int TICKS_PER_SECOND = 10_000_000;

    private record Chapter(double seconds, String title) {}

    private record Box(String name, long at, long size) {
        long end() {
            return at + size;
        }
    }

    private final List<Chapter> chapters = new ArrayList<>();

    /**
     * @param title of what comes before the first moment
     * @param moments in their order
     */
    Chapters(String title, List<MarkerView> moments) {
        if (moments.get(0).seconds() > 0) chapters.add(new Chapter(0, title));
        for (MarkerView moment : moments) {
            if (chapters.size() == MOST) break;
            chapters.add(new Chapter(moment.seconds(), moment.label() == null ? unnamed(moment) : moment.label()));
        }
    }

    private static String unnamed(MarkerView moment) {
        long seconds = Math.round(moment.seconds());
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The file with chapters; as it is when it is built in a way that cannot take them. */
    Patchwork in(FileChannel file) throws IOException {
        List<Box> boxes = boxes(file);
        Box table = boxes.stream()
                .filter(box -> box.name().equals("moov"))
                .findFirst()
                .orElse(null);
        boolean fragments = boxes.stream().anyMatch(box -> box.name().equals("moof"));
        if (table == null || fragments || table.size() > LARGEST_TABLE) return new Patchwork(file).upTo(file.size());
        ByteBuffer old = ByteBuffer.allocate((int) table.size());
        while (old.hasRemaining()) if (file.read(old, table.at() + old.position()) < 0) break;
        byte[] newTable = withChapters(old.flip());
        Patchwork copy = new Patchwork(file).upTo(table.at());
        if (table.end() == file.size()) return copy.bytes(newTable);
        return copy.upTo(table.at() + 4)
                .bytes("free".getBytes(StandardCharsets.ISO_8859_1))
                .from(table.at() + 8)
                .upTo(file.size())
                .bytes(newTable);
    }

    /** Empty when the file is no chain of boxes up to its end. */
    private static List<Box> boxes(FileChannel file) throws IOException {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer header = ByteBuffer.allocate(16);
        long at = 0;
        while (at + 8 <= file.size()) {
            header.clear();
            file.read(header, at);
            long size = header.getInt(0) & 0xFFFFFFFFL;
            if (size == 1) size = header.getLong(8);
            if (size < 8 || at + size > file.size() || boxes.size() == MOST_BOXES) return List.of();
            boxes.add(new Box(name(header, 4), at, size));
            at += size;
        }
        return at == file.size() ? boxes : List.of();
    }

    private byte[] withChapters(ByteBuffer moov) {
        ByteArrayOutputStream table = new ByteArrayOutputStream(moov.limit() + 1024);
        ByteArrayOutputStream userData = new ByteArrayOutputStream();
        for (Box box : children(moov, 8, moov.limit())) {
            if (!box.name().equals("udta")) copy(moov, box, table);
            else
                children(moov, (int) box.at() + 8, (int) box.end()).stream()
                        .filter(inside -> !inside.name().equals("chpl"))
                        .forEach(inside -> copy(moov, inside, userData));
        }
        userData.writeBytes(box("chpl", list()));
        table.writeBytes(box("udta", userData.toByteArray()));
        return box("moov", table.toByteArray());
    }

    private static List<Box> children(ByteBuffer parent, int from, int to) {
        List<Box> children = new ArrayList<>();
        int at = from;
        while (at + 8 <= to) {
            long size = parent.getInt(at) & 0xFFFFFFFFL;
            if (size < 8 || at + size > to) break;
            children.add(new Box(name(parent, at + 4), at, size));
            at += (int) size;
        }
        return children;
    }

    private static void copy(ByteBuffer from, Box box, ByteArrayOutputStream to) {
        to.write(from.array(), (int) box.at(), (int) box.size());
    }

    /** Version 1: a reserved word, how many, and for each its beginning in units of 100 ns, and its title. */
    private byte[] list() {
        ByteBuffer list = ByteBuffer.allocate(9 + chapters.size() * (9 + LONGEST_TITLE));
        list.putInt(1 << 24).putInt(0).put((byte) chapters.size());
        for (Chapter chapter : chapters) {
            byte[] title = title(chapter);
            list.putLong(Math.round(chapter.seconds() * TICKS_PER_SECOND));
            list.put((byte) title.length).put(title);
        }
        byte[] bytes = new byte[list.position()];
        list.flip().get(bytes);
        return bytes;
    }

    /** As much of it as fits, without cutting a letter. */
    private static byte[] title(Chapter chapter) {
        String title = chapter.title();
        while (title.getBytes(StandardCharsets.UTF_8).length > LONGEST_TITLE)
            title = title.substring(0, title.offsetByCodePoints(title.length(), -1));
        return title.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    private static String name(ByteBuffer from, int at) {
        return new String(from.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
