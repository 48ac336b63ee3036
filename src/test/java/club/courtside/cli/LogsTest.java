package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_log_that_has_grown_is_emptied_under_its_writer_and_four_of_them_are_all_there_are() throws Exception {
        Path log = folder.resolve("engine.log");
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int round = 1; round <= 6; round++) {
                writer.write(new byte[(int) Logs.ROTATE_AT_BYTES]);
                new Logs(folder).tidy(NOW);
                assertThat(log).hasSize(0);
            }
            writer.write("and on".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log).hasContent("and on");
        try (var all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("engine.log", "engine.log.1", "engine.log.2", "engine.log.3");
        }
    }

    @Test
    void the_logs_of_sessions_go_after_ninety_days() throws Exception {
        Path video = Files.createDirectories(folder.resolve("video"));
        Path old = Files.createFile(video.resolve("old.log"));
        Path recent = Files.createFile(video.resolve("recent.log"));
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(91))));
        Files.setLastModifiedTime(recent, FileTime.from(NOW.minus(Duration.ofDays(89))));

        new Logs(folder).tidy(NOW);

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }
}
