package club.courtside.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * {@code ./courtside backup}: database, keys and settings in one file, whether Courtside runs or not. The database comes
 * first: every key and every video that it speaks of is there when the rest is copied.
 */
final class Backup {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'courtside-'yyyy-MM-dd-HHmmss'.zip'").withZone(ZoneId.systemDefault());

    private final Installation installation;
    private final PrintStream out;

    Backup(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    int run(List<String> options) throws IOException, InterruptedException {
        Words words = Words.of("backup", options, Set.of("--videos", "--json"), Set.of(), 1);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path target = target(words, now);
        try (DatabaseSnapshot database = DatabaseSnapshot.take(installation, target.getParent());
                ArchiveDraft archive = new ArchiveDraft(target.getParent())) {
            database.addTo(archive);
            for (String part : List.of("keys", "settings.env", ".env")) addAll(archive, part);
            if (words.has("--videos")) addVideos(archive, target);
            Manifest manifest = archive.finish(target, now, database.schema(), database.kind());
            tell(target, manifest, words.has("--json"));
            return 0;
        } catch (IOException e) {
            throw new CannotRun("The backup could not be written: " + e.getMessage() + ". Nothing was left behind.");
        }
    }

    private Path target(Words words, Instant now) throws IOException {
        Path named = Path.of(words.name().orElse("")).toAbsolutePath().normalize();
        Path target = Files.isDirectory(named) ? named.resolve(NAME.format(now)) : named;
        if (!Files.isDirectory(target.getParent()))
            throw new CannotRun("There is no folder " + target.getParent() + " for the backup.");
        if (Files.exists(target)) throw new CannotRun("There already is a file " + target + "; choose another name.");
        if (Files.isDirectory(installation.data())
                && target.getParent()
                        .toRealPath()
                        .startsWith(installation.data().toRealPath()))
            throw new CannotRun("A backup in the data folder would be lost with it; choose another folder.");
        return target;
    }

    private void addVideos(ArchiveDraft archive, Path target) throws IOException {
        long bytes = 0;
        for (Path file : files("videos")) bytes += Files.size(file);
        long free = Files.getFileStore(target.getParent()).getUsableSpace();
        if (bytes > free)
            throw new IOException("the videos take %.1f GB, but only %.1f GB are free in %s"
                    .formatted(bytes / 1e9, free / 1e9, target.getParent()));
        addAll(archive, "videos");
    }

    private void addAll(ArchiveDraft archive, String part) throws IOException {
        for (Path file : files(part)) {
            try {
                archive.add(nameOf(file), file);
            } catch (NoSuchFileException e) {
                // somebody has deleted the video meanwhile
            }
        }
    }

    private List<Path> files(String part) throws IOException {
        Path root = installation.data().resolve(part);
        if (!Files.exists(root)) return List.of();
        try (var all = Files.walk(root, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Manifest.isPlace(nameOf(file)))
                    .sorted()
                    .toList();
        }
    }

    private String nameOf(Path file) {
        return installation.data().relativize(file).toString().replace('\\', '/');
    }

    private void tell(Path target, Manifest manifest, boolean json) throws IOException {
        long bytes = Files.size(target);
        if (json) {
            out.println(new JsonLine()
                    .with("file", target.toString())
                    .with("size_bytes", bytes)
                    .with("taken_at", manifest.taken().toString())
                    .with("schema", manifest.schema())
                    .with("database", manifest.database())
                    .with("videos", manifest.videos()));
            return;
        }
        out.printf("Backed up to %s (%.2f MB).%n", target, bytes / 1e6);
        out.println(
                "It contains keys: whoever reads it can read the cameras' passwords. Keep it where nobody else can.");
        if (manifest.videos() == 0)
            out.println("The videos are not in it; copy " + installation.data().resolve("videos")
                    + " as well, or use --videos.");
    }
}
