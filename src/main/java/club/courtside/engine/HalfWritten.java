package club.courtside.engine;

import club.courtside.engine.api.TaskSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The hidden file beside the one that a task writes. Its name follows from the other's, so whoever comes later knows what
 * to delete.
 */
final class HalfWritten {

    private static final int LONGEST_NAME = 240;

    private HalfWritten() {}

    static Path of(Path to) {
        String name = to.getFileName().toString();
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        return to.resolveSibling("." + (fits ? name : Integer.toHexString(name.hashCode())) + ".part");
    }

    static void delete(TaskSpec spec) {
        for (String output : spec.outputs()) {
            try {
                Files.deleteIfExists(of(Path.of(output)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
