package club.courtside.library.inventory;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/** What lies on the disk: names and sizes only, so that thousands of files are a matter of a second. */
final class Shelf {

    /** @param file relative to the data folder, with slashes */
    record Item(String file, long bytes, Instant changedAt) {}

    private final Path data;
    private final Map<String, Item> videos;
    private final Map<String, Item> thumbnails;

    Shelf(Path data) throws IOException {
        this.data = data;
        this.videos = below("videos");
        this.thumbnails = below("thumbnails");
    }

    private Map<String, Item> below(String folder) throws IOException {
        Map<String, Item> items = new TreeMap<>();
        Path root = data.resolve(folder);
        if (!Files.isDirectory(root)) return items;
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                        boolean hidden = folder.getFileName().toString().startsWith(".") && !folder.equals(root);
                        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                        Item item = new Item(
                                nameOf(file),
                                facts.size(),
                                facts.lastModifiedTime().toInstant());
                        items.put(item.file(), item);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path gone, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return items;
    }

    private String nameOf(Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    /** Takes it off the shelf; null when it is not there. */
    Item take(String file) {
        return videos.remove(file);
    }

    /** As it is at this moment; null when it is not there. */
    Item lookAgain(String file) {
        try {
            BasicFileAttributes facts = Files.readAttributes(data.resolve(file), BasicFileAttributes.class);
            return new Item(file, facts.size(), facts.lastModifiedTime().toInstant());
        } catch (IOException gone) {
            return null;
        }
    }

    Item takeStrip(Object videoId) {
        return thumbnails.remove("thumbnails/" + videoId + ".strip.jpg");
    }

    Item takeThumbnail(Object videoId) {
        return thumbnails.remove("thumbnails/" + videoId + ".jpg");
    }

    /** What nobody has taken. */
    Iterable<Item> left() {
        return videos.values();
    }

    Iterable<Item> leftThumbnails() {
        return thumbnails.values();
    }

    Mp4Shape shape(Item item) {
        return Mp4Shape.of(data.resolve(item.file()));
    }
}
