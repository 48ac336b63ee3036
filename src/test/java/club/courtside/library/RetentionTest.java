package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.RecordingState;
import club.courtside.session.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The club in Paris keeps videos for 30 days; the clock stands at 19:00 there. */
class RetentionTest {

    @TempDir
    Path folder;

    private TestLibrary shelf;

    @BeforeEach
    void open_the_library() {
        shelf = new TestLibrary(folder);
    }

    @AfterEach
    void close_the_library() {
        shelf.close();
    }

    private int run() {
        return shelf.club.database.inTransaction(() -> shelf.retention.run());
    }

    private void passTo(String instant) {
        shelf.club.clock.passes(Duration.between(shelf.club.clock.instant(), Instant.parse(instant)));
    }

    @Test
    void a_video_goes_in_the_night_after_its_last_day() {
        UUID id = shelf.record();
        Path file = shelf.file(id);

        // Recorded on 14 March at 19:00 in Paris; summer time begins on 29 March.
        passTo("2026-04-14T00:59:00Z");
        assertThat(run()).isZero();
        passTo("2026-04-14T01:00:00Z");
        assertThat(run()).isEqualTo(1);

        assertThat(file).doesNotExist();
        assertThat(shelf.videos.known(id)).isEmpty();
        assertThat(run()).isZero();
    }

    @Test
    void what_is_to_be_kept_stays() {
        UUID id = shelf.record();
        shelf.in(() -> shelf.library.keep(shelf.club.player, id, true));
        shelf.club.clock.passes(Duration.ofDays(400));

        assertThat(run()).isZero();
        assertThat(shelf.file(id)).exists();
    }

    @Test
    void what_somebody_keeps_at_the_last_moment_stays() {
        UUID id = shelf.record();
        shelf.club.clock.passes(Duration.ofDays(400));
        shelf.in(() -> shelf.library.keep(shelf.club.player, id, true));

        shelf.in(() -> assertThat(shelf.ledger.deleteUnlessKept(id)).isFalse());
        assertThat(shelf.video(id).isDeleted()).isFalse();
    }

    @Test
    void what_still_records_stays() {
        Recording recording = shelf.club.start(shelf.club.player, shelf.session, 60);
        shelf.club.report(recording, RecordingState.RECORDING, 30);
        shelf.club.clock.passes(Duration.ofDays(400));

        assertThat(run()).isZero();
        assertThat(shelf.video(recording.id()).isRecording()).isTrue();
    }

    @Test
    void a_recording_that_came_to_nothing_is_shown_for_a_week() {
        UUID id = shelf.record();
        shelf.in(() -> shelf.videos.find(id).orElseThrow().recorded(shelf.recording(id), 0));
        shelf.club.clock.passes(Duration.ofDays(6));
        assertThat(run()).isZero();

        shelf.club.clock.passes(Duration.ofDays(2));
        assertThat(run()).isEqualTo(1);
    }

    /** Its file may come back, and its certificate is worth something. */
    @Test
    void a_video_whose_file_is_missing_stays_for_the_whole_period() throws IOException {
        UUID id = shelf.record();
        Files.delete(shelf.file(id));
        shelf.in(() -> shelf.ledger.lost(id));
        shelf.club.clock.passes(Duration.ofDays(29));
        assertThat(run()).isZero();
        shelf.club.clock.passes(Duration.ofDays(3));
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void unreadable_remains_go_after_the_same_period() throws IOException {
        Path remains = shelf.club.data.videos(shelf.club.club.id()).resolve("x.unreadable.mp4");
        Files.writeString(remains, "torn");
        Files.setLastModifiedTime(remains, FileTime.from(shelf.club.clock.instant()));
        shelf.club.clock.passes(Duration.ofDays(29));
        run();
        assertThat(remains).exists();
        shelf.club.clock.passes(Duration.ofDays(3));
        run();
        assertThat(remains).doesNotExist();
    }
}
