package club.courtside.library;

import static club.courtside.library.RemovalCause.AGE;
import static club.courtside.library.RemovalCause.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.engine.api.RecordingState;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
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
    void what_is_on_its_way_somewhere_stays_until_it_has_arrived() {
        UUID id = shelf.record();
        shelf.travelling.add(id);
        shelf.club.clock.passes(Duration.ofDays(400));
        assertThat(preview().isNothing()).isTrue();
        assertThat(run()).isZero();
        assertThat(shelf.file(id)).exists();

        shelf.travelling.clear();
        assertThat(preview().items()).extracting(Removal::id, Removal::cause).containsExactly(tuple(id, AGE));
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void what_somebody_sends_at_the_last_moment_stays() {
        UUID id = shelf.record();
        shelf.club.clock.passes(Duration.ofDays(400));
        shelf.travelling.add(id);

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

    @Test
    void a_club_over_its_quota_loses_its_oldest_in_the_night() {
        UUID first = big(shelf.record());
        shelf.club.clock.passes(Duration.ofHours(1));
        UUID second = big(shelf.record());
        shelf.club.clock.passes(Duration.ofHours(1));
        UUID third = big(shelf.record());
        quota(2);

        assertThat(run()).as("nothing of today goes today").isZero();
        assertThat(preview().items()).extracting(Removal::id, Removal::cause).containsExactly(tuple(first, QUOTA));
        shelf.club.clock.passes(Duration.ofDays(1));
        assertThat(run()).isEqualTo(1);

        assertThat(shelf.videos.known(first)).isEmpty();
        assertThat(shelf.video(second).isDeleted()).isFalse();
        assertThat(shelf.video(third).isDeleted()).isFalse();
        assertThat(run()).isZero();
    }

    @Test
    void what_is_kept_counts_for_the_quota_and_stays() {
        UUID first = big(shelf.record());
        shelf.in(() -> shelf.library.keep(shelf.club.player, first, true));
        shelf.club.clock.passes(Duration.ofHours(1));
        UUID second = big(shelf.record());
        quota(1);
        shelf.club.clock.passes(Duration.ofDays(1));

        assertThat(run()).isEqualTo(1);
        assertThat(shelf.video(first).isKept()).isTrue();
        assertThat(shelf.videos.known(second)).isEmpty();
    }

    @Test
    void what_is_on_its_way_somewhere_counts_for_the_quota_and_the_next_oldest_goes() {
        UUID first = big(shelf.record());
        shelf.club.clock.passes(Duration.ofHours(1));
        UUID second = big(shelf.record());
        shelf.club.clock.passes(Duration.ofHours(1));
        UUID third = big(shelf.record());
        quota(2);
        shelf.travelling.add(first);
        shelf.club.clock.passes(Duration.ofDays(1));

        assertThat(preview().items()).extracting(Removal::id, Removal::cause).containsExactly(tuple(second, QUOTA));
        assertThat(run()).isEqualTo(1);

        assertThat(shelf.video(first).isDeleted()).isFalse();
        assertThat(shelf.videos.known(second)).isEmpty();
        assertThat(shelf.video(third).isDeleted()).isFalse();
    }

    @Test
    void a_shorter_period_can_be_looked_at_before_it_is_chosen() {
        UUID old = big(shelf.record());
        shelf.club.clock.passes(Duration.ofDays(9));
        big(shelf.record());

        assertThat(preview().isNothing()).isTrue();
        RetentionPreview shorter = in(() -> shelf.plan.preview(shelf.club.club, new RetentionRules(8, 0)));

        assertThat(shorter.videos()).isEqualTo(2);
        assertThat(shorter.removedBytes()).isEqualTo(1_000_000_000L);
        assertThat(shorter.items()).extracting(Removal::id, Removal::cause).containsExactly(tuple(old, AGE));
        assertThat(shorter.items().get(0).removedAt())
                .isAfter(shelf.club.clock.instant())
                .isBefore(shelf.club.clock.instant().plus(Duration.ofHours(1)));
        assertThat(run()).isZero();
    }

    @Test
    void the_preview_tells_what_the_coming_night_removes() {
        shelf.record();
        shelf.club.clock.passes(Duration.ofDays(30));

        assertThat(run()).isZero();
        Instant removedAt = preview().items().get(0).removedAt();
        passTo(removedAt.toString());
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void a_period_out_of_range_names_its_parameter() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> new RetentionRules(-1, 0))
                        .problem()
                        .field())
                .isEqualTo("days");
        assertThat(catchThrowableOfType(ProblemException.class, () -> new RetentionRules(1, -1))
                        .problem()
                        .field())
                .isEqualTo("quota_gb");
    }

    private RetentionPreview preview() {
        return in(() -> shelf.plan.preview(club(), RetentionRules.of(club())));
    }

    private Club club() {
        return new Clubs(shelf.club.database.entities())
                .byId(shelf.club.club.id())
                .orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return shelf.club.in(work);
    }

    /** 1 GB. */
    private UUID big(UUID video) {
        shelf.in(() -> shelf.videos.find(video).orElseThrow().unreadable(1_000_000_000L));
        return video;
    }

    private void quota(int gigabytes) {
        shelf.in(() -> club().fillsAtMost(gigabytes));
    }
}
