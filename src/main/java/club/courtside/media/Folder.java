package club.courtside.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder whose names shall survive a power cut: on Linux a new or renamed file is safe only when its folder is. */
public record Folder(Path path) {

    public static Folder of(Path file) {
        return new Folder(file.toAbsolutePath().getParent());
    }

    /** Does what the operating system allows: Windows opens no folders, and keeps names by itself. */
    public void sync() {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException windows) {
            // Nothing more can be done.
        }
    }
}
