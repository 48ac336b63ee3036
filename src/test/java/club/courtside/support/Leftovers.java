package club.courtside.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What a program leaves in its folder once it has ended. */
final class Leftovers {

    private Leftovers() {}

    /** A child of the program may write for another moment. */
    static void delete(Path folder) {
        Await.until("nothing is left in " + folder, () -> {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
            } catch (IOException | UncheckedIOException e) {
                return !Files.exists(folder);
            }
            return true;
        });
    }
}
