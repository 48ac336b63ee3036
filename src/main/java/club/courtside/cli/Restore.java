package club.courtside.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./courtside restore}: first everything is unpacked beside what is there and compared with the manifest, then it is
 * moved into its place. What it replaces is moved aside, never deleted.
 */
final class Restore {

    private static final DateTimeFormatter ASIDE = DateTimeFormatter.ofPattern("'before-restore-'yyyy-MM-dd-HHmmss");

    /** The database last: with it the data folder is whole again. */
    private static final List<String> PARTS = List.of("keys", ".env", "settings.env", "db");

    private final Installation installation;
    private final PrintStream out;

    Restore(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    int run(List<String> options) throws IOException, InterruptedException {
        Words words = Words.of("restore", options, Set.of("--force"), Set.of(), 1);
        Path file =
                Path.of(words.required("the FILE that ./courtside backup made")).toAbsolutePath();
        try (Archive archive = Archive.open(file)) {
            check(archive.manifest());
            archive.verify();
            Path data = installation.data();
            boolean fresh = !Files.exists(data);
            refuseWhileServing();
            Files.createDirectories(installation.run(""));
            if (fresh) ownerOnly(data);
            RunFile claim = RunFile.claim(installation);
            try {
                refuseWhileRecording();
                refuseToReplace(archive.manifest(), words.has("--force"));
                restore(archive);
            } finally {
                claim.close();
            }
            return 0;
        }
    }

    private void check(Manifest manifest) throws IOException {
        int known = Migrations.newestIn(installation.home().resolve("ROOT.war"));
        if (manifest.schema() > known)
            throw new CannotRun("The backup was made by a newer Courtside (its database has schema " + manifest.schema()
                    + ", this version knows " + known + "). Restore it with that version.");
        if (manifest.isPostgresql() != PostgresPrograms.isUsed(installation.settings()))
            throw new CannotRun(
                    manifest.isPostgresql()
                            ? "The backup is that of a PostgreSQL database: set COURTSIDE_DB_URL, COURTSIDE_DB_USER and"
                                    + " COURTSIDE_DB_PASSWORD to an empty one."
                            : "The backup is that of a database in the data folder, but COURTSIDE_DB_URL names another"
                                    + " one: restore without it.");
    }

    /** A server goes on when its launcher is killed. */
    private void refuseWhileServing() {
        RunFile.read(installation)
                .filter(running -> running.launcherIsAlive() || running.serverIsAlive())
                .ifPresent(running -> {
                    throw new CannotRun("Courtside runs on the data folder " + installation.data() + " at "
                            + running.address() + ". ./courtside stop stops it.");
                });
    }

    private void refuseWhileRecording() {
        if (installation.engine().running().isPresent())
            throw new CannotRun("The recorder still works on the data folder " + installation.data()
                    + ". ./courtside stop finishes what it records.");
    }

    private void refuseToReplace(Manifest manifest, boolean force) {
        if (force) return;
        String there = PARTS.stream()
                .filter(part -> comesWith(manifest, part))
                .filter(part -> Files.exists(installation.data().resolve(part)))
                .collect(Collectors.joining(", "));
        if (!there.isEmpty())
            throw new CannotRun("The data folder " + installation.data() + " is not empty: there is " + there
                    + ". With --force they are moved aside (nothing is deleted) and the backup takes their place.");
    }

    private static boolean comesWith(Manifest manifest, String part) {
        boolean isThere =
                manifest.parts().keySet().stream().anyMatch(name -> name.equals(part) || name.startsWith(part + "/"));
        return isThere && !(part.equals("db") && manifest.isPostgresql());
    }

    private void restore(Archive archive) throws IOException, InterruptedException {
        Path data = installation.data();
        Path fresh = Files.createTempDirectory(data, ".restoring");
        Path unfinished = installation.run(Installation.RESTORING);
        try {
            archive.unpack(fresh);
            ownerOnly(fresh);
            Path dump = fresh.resolve("db/courtside.dump");
            if (archive.manifest().isPostgresql()) {
                new PostgresPrograms(installation.settings()).restore(dump);
                Files.delete(dump);
            }
            Path aside = data.resolve(ASIDE.format(LocalDateTime.now()));
            Files.write(unfinished, new byte[0]);
            for (String part : PARTS) if (comesWith(archive.manifest(), part)) replace(part, fresh, aside);
            restoreVideos(fresh.resolve("videos"), aside.resolve("videos"));
            Files.delete(unfinished);
            tell(archive.manifest(), aside);
        } catch (IOException e) {
            throw new CannotRun("The backup could not be restored: " + e.getMessage() + "."
                    + (Files.exists(unfinished) ? " Restore once more, with --force." : " Nothing was changed."));
        } finally {
            delete(fresh);
        }
    }

    private void replace(String part, Path fresh, Path aside) throws IOException {
        Path place = installation.data().resolve(part);
        if (Files.exists(place)) move(place, aside.resolve(part));
        if (Files.exists(fresh.resolve(part))) move(fresh.resolve(part), place);
    }

    /** Those that are there already and are the same stay, so that videos may be put back first. */
    private void restoreVideos(Path fresh, Path aside) throws IOException {
        if (!Files.isDirectory(fresh)) return;
        List<Path> files;
        try (var all = Files.walk(fresh)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = fresh.relativize(file).toString();
            Path place = installation.data().resolve("videos").resolve(name);
            if (Files.exists(place)) {
                if (Files.mismatch(file, place) < 0) continue;
                move(place, aside.resolve(name));
            }
            move(file, place);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to);
    }

    /** Keys and database; videos and logs are not secret to whoever may look into the folder. */
    private static void ownerOnly(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                var rights = Files.getFileAttributeView(path, PosixFileAttributeView.class);
                if (rights != null)
                    rights.setPermissions(
                            PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private void tell(Manifest manifest, Path aside) {
        out.println("Restored into " + installation.data() + " what was backed up at " + manifest.taken() + ".");
        if (Files.isDirectory(aside)) out.println("What was there before lies in " + aside + ".");
        if (manifest.videos() == 0)
            out.println("The videos are not in the backup: put them into "
                    + installation.data().resolve("videos") + "; Courtside takes them up by itself.");
    }
}
