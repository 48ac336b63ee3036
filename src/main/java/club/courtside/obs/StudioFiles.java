package club.courtside.obs;

import club.courtside.engine.api.ExamineSpec;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FileForm;
import club.courtside.engine.api.Gap;
import club.courtside.engine.api.JoinSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.library.inventory.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files that OBS Studio has written: finds them from this machine, and takes a copy into the library. OBS's own file stays
 * where it is.
 */
final class StudioFiles {

    /** A file in the library. */
    record Taken(Examined found, long bytes, String sha256) {}

    private final Supplier<EngineClient> engine;
    private final Path arriving;

    /** @param arriving on the disk of the videos, hidden from the library */
    StudioFiles(Supplier<EngineClient> engine, Path arriving) {
        this.engine = engine;
        this.arriving = arriving;
    }

    /**
     * Where this machine finds what OBS calls so.
     *
     * @param folder OBS's record folder, as OBS calls it
     */
    static Optional<Path> here(String path, String folder, String mounted) {
        if (path == null) return Optional.empty();
        try {
            if (mounted == null) return Optional.of(Path.of(path));
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            String there = folder == null ? "" : folder.replace('\\', '/');
            String full = path.replace('\\', '/');
            String below = full.startsWith(there + "/") ? full.substring(there.length() + 1) : name;
            return Optional.of(Path.of(mounted).resolve(below));
        } catch (InvalidPathException foreign) {
            return Optional.empty();
        }
    }

    /** The newest file of that name, whatever its extension. */
    static Optional<Path> named(Path folder, String name) {
        List<Path> all = allNamed(folder, name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The newest last. */
    static List<Path> allNamed(Path folder, String name) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
        } catch (IOException | RuntimeException unreachable) {
            return List.of();
        }
    }

    /** Bytes; -1 when it cannot be reached. */
    static long size(Path file) {
        try {
            return Files.isReadable(file) ? Files.size(file) : -1;
        } catch (IOException unreachable) {
            return -1;
        }
    }

    /**
     * Takes minutes for hours of video.
     *
     * @param written of one recording, in their order
     * @param gaps between them and inside of them
     * @return empty when browsers would not play it
     * @throws club.courtside.engine.client.EngineException when there is no engine, or nothing playable in the file
     */
    Optional<Taken> take(List<Path> written, StudioOrder order, List<Gap> gaps) throws IOException {
        Path copy = Files.createTempFile(arriving, order.id() + ".", ".obs.mp4");
        try {
            boolean whole = gaps.isEmpty() && written.size() == 1;
            Examined found = whole ? examined(written.get(0), copy) : joined(written, gaps, copy);
            if (found.form() == FileForm.ORIGINAL) return Optional.empty();
            String sha256 = Fingerprint.of(copy);
            long bytes = Files.size(copy);
            Files.createDirectories(order.library().getParent());
            Files.move(copy, order.library(), StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new Taken(found, bytes, sha256));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Examined examined(Path file, Path copy) throws IOException {
        Examined found = engine.get().examine(new ExamineSpec(file.toString(), copy.toString(), 0));
        if (found.form() == FileForm.PLAYABLE) Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        return found;
    }

    private Examined joined(List<Path> written, List<Gap> gaps, Path copy) {
        return engine.get().join(new JoinSpec(StudioPieces.of(written, gaps), copy.toString()));
    }
}
