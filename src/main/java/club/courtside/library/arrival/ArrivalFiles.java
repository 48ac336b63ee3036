package club.courtside.library.arrival;

import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where files lie before they are videos: beside the library's own, so that taking one in is a change of its name, and
 * hidden from it.
 */
@ApplicationScoped
public class ArrivalFiles {

    private final DataFolder data;

    @Inject
    public ArrivalFiles(DataFolder data) {
        this.data = data;
    }

    protected ArrivalFiles() {
        this(null);
    }

    /** What has come of it. */
    Path of(UUID id) {
        return data.arriving().resolve(id + ".part");
    }

    /** The same in another container. */
    Path copyOf(UUID id) {
        return data.arriving().resolve(id + ".mp4");
    }

    /** For what has to be checked before it is believed. */
    Path unproved(UUID id) throws IOException {
        return Files.createTempFile(data.arriving(), id + ".", ".chunk");
    }

    /** Bytes; 0 when there is no such file. */
    long length(UUID id) {
        try {
            return Files.size(of(id));
        } catch (IOException none) {
            return 0;
        }
    }

    Path inLibrary(Arrival arrival, String extension) {
        data.videos(arrival.club().id());
        return data.root().resolve(arrival.file(extension));
    }

    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** With all that was made on the way. */
    void delete(UUID id) {
        for (Path file : list()) {
            if (!file.getFileName().toString().startsWith(id.toString())) continue;
            try {
                Files.deleteIfExists(file);
            } catch (IOException held) {
                // Somebody reads it on a system that does not let go; the next round takes it.
            }
        }
    }

    /** What belongs to nobody that is known, and has not been written to since. */
    void deleteAllBut(Set<UUID> known, Instant since) {
        for (Path file : list()) {
            String name = file.getFileName().toString();
            boolean belongs = known.stream().anyMatch(id -> name.startsWith(id.toString()));
            try {
                if (!belongs && Files.getLastModifiedTime(file).toInstant().isBefore(since)) Files.deleteIfExists(file);
            } catch (IOException gone) {
                // Then there is nothing to do.
            }
        }
    }

    private List<Path> list() {
        try (var files = Files.list(data.arriving())) {
            return files.collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of arriving files cannot be read", e);
        }
    }
}
