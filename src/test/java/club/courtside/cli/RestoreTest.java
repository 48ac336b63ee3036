package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.settings.Settings;
import club.courtside.support.SmallDisk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole or it is none, and restoring one loses nothing. The way there and back with a real Courtside is {@link OperatorIT}'s. */
class RestoreTest {

    private static final int KNOWN_SCHEMA = 12;

    @TempDir
    Path folder;

    private Installation installation;
    private Path data;
    private Path backup;

    @BeforeEach
    void back_something_up() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(home.resolve("ROOT.war")))) {
            for (int version = 1; version <= KNOWN_SCHEMA; version++)
                war.putNextEntry(new ZipEntry("WEB-INF/classes/db/migration/V" + version + "__step.sql"));
        }
        data = folder.resolve("data");
        installation = new Installation(
                home, data, new LaunchSettings(new Settings(new Properties(), Map.of(), folder.resolve("nowhere"))));
        backup = backup("backup.zip", KNOWN_SCHEMA);
    }

    private Path backup(String name, int schema) throws IOException {
        Path file = folder.resolve(name);
        try (ArchiveDraft draft = new ArchiveDraft(folder)) {
            draft.add("db/courtside.mv.db", content("rows"));
            draft.add("keys/camera.key", content("key"));
            draft.add("keys/share.key", content("another key"));
            draft.add(".env", content("COURTSIDE_PORT=8081"));
            draft.add("videos/club/one.mp4", content("a match"));
            draft.finish(file, Instant.parse("2026-03-01T10:00:00Z"), schema, "h2");
        }
        return file;
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String restore(Path file, String... options) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> words = new java.util.ArrayList<>(List.of(options));
        words.add(file.toString());
        assertThat(new Restore(installation, new PrintStream(said, true, StandardCharsets.UTF_8)).run(words))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private void refused(Path file, String why, String... options) {
        assertThatThrownBy(() -> restore(file, options))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(why);
    }

    private List<String> files() throws IOException {
        if (!Files.exists(data)) return List.of();
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(name -> !name.startsWith("run/"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everything_is_where_it_was_and_only_the_owner_reads_it() throws Exception {
        String said = restore(backup);

        assertThat(files())
                .containsExactly(
                        ".env", "db/courtside.mv.db", "keys/camera.key", "keys/share.key", "videos/club/one.mp4");
        assertThat(data.resolve("keys/camera.key")).hasContent("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/camera.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(said).contains("2026-03-01T10:00:00Z");
        assertThat(data.resolve("run").resolve(Installation.RESTORING)).doesNotExist();
    }

    @Test
    void what_is_there_is_refused_and_with_force_moved_aside() throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/camera.key"), "the key of now");
        Files.createDirectories(data.resolve("videos/club"));
        Files.writeString(data.resolve("videos/club/one.mp4"), "a match");
        Files.writeString(data.resolve("videos/club/two.mp4"), "another match");

        refused(backup, "is not empty: there is keys");
        assertThat(data.resolve("keys/camera.key")).hasContent("the key of now");

        restore(backup, "--force");

        assertThat(data.resolve("keys/camera.key")).hasContent("key");
        assertThat(files())
                .filteredOn(name -> name.startsWith("before-restore-"))
                .singleElement()
                .asString()
                .endsWith("/keys/camera.key");
        assertThat(files()).contains("videos/club/one.mp4", "videos/club/two.mp4");
    }

    @Test
    void the_videos_may_be_put_back_first() throws Exception {
        Files.createDirectories(data.resolve("videos/club"));
        Files.writeString(data.resolve("videos/club/one.mp4"), "a match that was cut");

        restore(backup);

        assertThat(data.resolve("videos/club/one.mp4")).hasContent("a match");
        assertThat(files()).anyMatch(name -> name.matches("before-restore-.*/videos/club/one.mp4"));
    }

    @Test
    void half_an_archive_is_refused_before_anything_is_touched() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));

        refused(half, "is no backup, or only a part of one");
        assertThat(data).doesNotExist();
    }

    @Test
    void what_is_no_archive_is_refused() throws Exception {
        refused(Files.writeString(folder.resolve("letter.txt"), "Dear club"), "is no backup");
        refused(Files.createFile(folder.resolve("empty.zip")), "is no backup");
        refused(folder.resolve("nowhere.zip"), "There is no file");
        refused(zip(Map.of("holiday.jpg", "sea")), "is no backup of Courtside");
        assertThat(data).doesNotExist();
    }

    @Test
    void an_entry_that_leads_elsewhere_is_refused() throws Exception {
        String sha256 = "0".repeat(64);
        for (String name :
                new String[] {"../evil", "keys/../../evil", "/etc/passwd", "keys/./x", "bin/sh", "keys\\x"}) {
            String manifest = "Courtside backup 1\ntaken 2026-03-01T10:00:00Z\nschema 1\ndatabase h2\n" + sha256
                    + " 1  " + name + "\n";
            refused(zip(Map.of(Manifest.NAME, manifest, name, "x")), "not as Courtside writes it");
        }
        refused(
                zip(Map.of(
                        Manifest.NAME,
                        "Courtside backup 1\ntaken 2026-03-01T10:00:00Z\nschema 1\ndatabase h2\n",
                        "../evil",
                        "x")),
                "does not belong there");
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(data).doesNotExist();
    }

    @Test
    void a_file_that_is_not_as_it_was_backed_up_is_named() throws Exception {
        String manifest = "Courtside backup 1\ntaken 2026-03-01T10:00:00Z\nschema 1\ndatabase h2\n" + "0".repeat(64)
                + " 3  keys/camera.key\n";
        refused(zip(Map.of(Manifest.NAME, manifest, "keys/camera.key", "yek")), "keys/camera.key is not as it was");
        refused(zip(Map.of(Manifest.NAME, manifest)), "keys/camera.key is missing");
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = Files.createTempFile(folder, "some", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : new LinkedHashMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void a_backup_of_a_newer_version_is_refused() throws Exception {
        refused(backup("newer.zip", KNOWN_SCHEMA + 1), "made by a newer Courtside");
        assertThat(data).doesNotExist();
    }

    @Test
    void while_courtside_runs_nothing_is_restored() throws Exception {
        Files.createDirectories(data.resolve("run"));
        RunFile running = RunFile.claim(installation);
        refused(backup, "already runs on the data folder", "--force");
        running.close();
        Files.writeString(
                data.resolve("run/courtside.properties"),
                "launcher=0\nserver=" + ProcessHandle.current().pid() + "\naddress=http://127.0.0.1:1\n");
        refused(backup, "./courtside stop stops it", "--force");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_disk_without_room_leaves_no_half_a_backup_and_no_half_a_data_folder() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 1_000_000)) {
            Files.write(disk.folder().resolve("filling"), new byte[900_000]);
            assertThatThrownBy(() -> {
                        try (ArchiveDraft draft = new ArchiveDraft(disk.folder())) {
                            draft.add("videos/club/one.mp4", new ByteArrayInputStream(new byte[400_000]));
                            draft.finish(disk.folder().resolve("b.zip"), Instant.EPOCH, 1, "h2");
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(disk.folder()).isDirectoryNotContaining("glob:**.part");

            Path large = folder.resolve("large.zip");
            try (ArchiveDraft draft = new ArchiveDraft(folder)) {
                draft.add("keys/camera.key", content("key"));
                draft.add("db/courtside.mv.db", new ByteArrayInputStream(new byte[400_000]));
                draft.finish(large, Instant.EPOCH, 1, "h2");
            }
            data = disk.folder().resolve("data");
            installation = new Installation(installation.home(), data, installation.settings());
            refused(large, "Nothing was changed");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void an_interrupted_restore_is_completed_before_courtside_starts() throws Exception {
        restore(backup);
        Files.write(data.resolve("run").resolve(Installation.RESTORING), new byte[0]);

        assertThatThrownBy(installation::prepare)
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("was interrupted; ./courtside restore FILE --force");

        restore(backup, "--force");
        installation.prepare();
    }
}
