package club.courtside.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the logs from filling the disk. Their writers are other processes that append and never open them anew, so a log that
 * has grown is copied and then emptied under them.
 */
final class Logs {

    static final long ROTATE_AT_BYTES = 10_000_000;
    private static final int OLD_LOGS = 3;

    /** Of one session, or what a crash has left. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Path folder;

    Logs(Path folder) {
        this.folder = folder;
    }

    void tidy(Instant now) {
        try {
            for (String name : List.of("courtside.log", "engine.log", "demo.log")) rotate(folder.resolve(name));
            removeOld(folder.resolve("video"), "*.log", now.minus(KEPT));
            removeOld(folder, "engine-crash-*.log", now.minus(KEPT));
        } catch (IOException e) {
            // an old log that stays is no reason not to go on
        }
    }

    private static void rotate(Path log) throws IOException {
        if (!Files.isRegularFile(log) || Files.size(log) < ROTATE_AT_BYTES) return;
        for (int age = OLD_LOGS; age > 1; age--)
            if (Files.exists(aged(log, age - 1)))
                Files.move(aged(log, age - 1), aged(log, age), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(log, aged(log, 1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    private static Path aged(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }

    private static void removeOld(Path folder, String names, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, names)) {
            for (Path log : logs)
                if (Files.getLastModifiedTime(log).toInstant().isBefore(before)) Files.deleteIfExists(log);
        }
    }
}
