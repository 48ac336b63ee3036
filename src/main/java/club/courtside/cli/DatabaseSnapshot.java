package club.courtside.cli;

import club.courtside.settings.Setting;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The database as it is at one moment. While Courtside runs it alone may open an H2 file, so it is asked for the copy; else a
 * program of our own opens the file, which also keeps Courtside from starting meanwhile.
 */
final class DatabaseSnapshot implements AutoCloseable {

    private final Path file;
    private final int schema;
    private final boolean postgresql;

    private DatabaseSnapshot(Path file, int schema, boolean postgresql) {
        this.file = file;
        this.schema = schema;
        this.postgresql = postgresql;
    }

    /** @param folder for what lies around until the backup is whole */
    static DatabaseSnapshot take(Installation installation, Path folder) throws IOException, InterruptedException {
        LocalCalls local = new LocalCalls(installation);
        boolean running = RunFile.read(installation)
                .filter(RunFile.Running::launcherIsAlive)
                .isPresent();
        if (PostgresPrograms.isUsed(installation.settings())) return dumped(installation, folder);
        if (installation.settings().get(Setting.COURTSIDE_DB_URL).isPresent())
            throw new CannotRun(
                    "COURTSIDE_DB_URL names a database outside of the data folder; back it up by its own means.");
        if (running && !local.serves())
            throw new CannotRun("Courtside runs, but does not answer at this moment. Ask again in a minute.");
        if (running) {
            List<String> answer = local.post("backup", "");
            return new DatabaseSnapshot(Path.of(answer.get(1)), Integer.parseInt(answer.get(0)), false);
        }
        if (!Files.isRegularFile(installation.data().resolve("db/courtside.mv.db")))
            throw new CannotRun("There is no database in " + installation.data() + ", so nothing to back up.");
        Path file = draft(folder);
        return new DatabaseSnapshot(
                file, Integer.parseInt(catalogue(installation, file).get(0)), false);
    }

    private static DatabaseSnapshot dumped(Installation installation, Path folder)
            throws IOException, InterruptedException {
        Path file = draft(folder);
        try {
            int schema = Integer.parseInt(catalogue(installation, file).get(0));
            new PostgresPrograms(installation.settings()).dump(file);
            return new DatabaseSnapshot(file, schema, true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Path draft(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".courtside-database", ".part");
        file.toFile().deleteOnExit();
        return file;
    }

    private static List<String> catalogue(Installation installation, Path file)
            throws IOException, InterruptedException {
        ShortProcess program = ShortProcess.java(
                List.of(
                        "-Dcourtside.data=" + installation.data(),
                        "-cp",
                        installation.home().resolve("catalogue") + File.separator + "*",
                        "club.courtside.library.inventory.CatalogueProgram",
                        "snapshot",
                        installation.data().toString(),
                        file.toString()),
                "");
        if (program.exitCode() == 0) return program.output();
        Files.deleteIfExists(file);
        throw new CannotRun(program.lastLine());
    }

    int schema() {
        return schema;
    }

    String kind() {
        return postgresql ? "postgresql" : "h2";
    }

    void addTo(ArchiveDraft archive) throws IOException {
        if (postgresql) {
            archive.add("db/courtside.dump", file);
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                archive.add("db/" + Path.of(entry.getName()).getFileName(), stayingOpen(zip));
        }
    }

    private static InputStream stayingOpen(InputStream in) {
        return new java.io.FilterInputStream(in) {
            @Override
            public void close() {
                // the next entry is read from it
            }
        };
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
