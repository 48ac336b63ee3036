package club.courtside.health.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.court.EngineConnected;
import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.api.Gap;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.platform.queue.QueueReport;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.session.Recordings;
import club.courtside.support.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final SettableClock clock = new SettableClock();

    private static Exposition read(Measured... parts) {
        var out = new ByteArrayOutputStream();
        try {
            new Metrics(List.of(parts)).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exposition.parse(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void work_is_counted_by_state_and_the_age_of_the_oldest_is_known() {
        QueueReport jobs = new Lines(
                new QueueReport.Line(
                        "job", "convert", "queued", 3, clock.instant().minusSeconds(90)),
                new QueueReport.Line("job", "convert", "done", 12, null));

        assertThat(read(new WorkMetrics(List.of(jobs), clock)).samples())
                .containsEntry("courtside_jobs{kind=convert, state=queued, work=job}", 3.0)
                .containsEntry("courtside_jobs{kind=convert, state=done, work=job}", 12.0)
                .containsEntry("courtside_job_oldest_age_seconds{kind=convert, state=queued, work=job}", 90.0)
                .doesNotContainKey("courtside_job_oldest_age_seconds{kind=convert, state=done, work=job}");
    }

    private record Lines(List<Line> lines) implements QueueReport {
        Lines(Line... some) {
            this(List.of(some));
        }

        @Override
        public List<Line> lines(Set<UUID> clubs) {
            return lines;
        }
    }

    @Test
    void durations_fall_into_buckets() {
        var work = new WorkMetrics(List.of(), clock);
        work.ended(ended("done", Duration.ofSeconds(20)));
        work.ended(ended("done", Duration.ofSeconds(400)));
        work.ended(ended("cancelled", null));

        assertThat(read(work).samples())
                .containsEntry(
                        "courtside_job_duration_seconds_bucket{kind=convert, le=60.0, outcome=done, work=job}", 1.0)
                .containsEntry(
                        "courtside_job_duration_seconds_bucket{kind=convert, le=+Inf, outcome=done, work=job}", 2.0)
                .containsEntry("courtside_job_duration_seconds_sum{kind=convert, outcome=done, work=job}", 420.0)
                .doesNotContainKey("courtside_job_duration_seconds_count{kind=convert, outcome=cancelled, work=job}");
    }

    private static WorkEnded ended(String outcome, Duration took) {
        return new WorkEnded(
                "job",
                UUID.randomUUID(),
                "convert",
                outcome,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Final",
                null,
                null,
                took,
                Instant.EPOCH);
    }

    @Test
    void an_engine_in_the_place_of_another_is_a_restart_but_the_same_one_found_again_is_none() {
        var engine = new EngineMetrics(new club.courtside.court.CameraEngine());
        engine.connected(engine(Instant.EPOCH));
        engine.connected(engine(Instant.EPOCH));
        assertThat(read(engine).samples()).containsEntry("courtside_engine_restarts_total{}", 0.0);

        engine.connected(engine(Instant.EPOCH.plusSeconds(5)));
        assertThat(read(engine).samples())
                .containsEntry("courtside_engine_restarts_total{}", 1.0)
                .containsEntry("courtside_engine_up{}", 0.0);
    }

    private static EngineConnected engine(Instant startedAt) {
        return new EngineConnected(new EngineStatus("test", "test", 1, startedAt, List.of(), List.of(), null));
    }

    @Test
    void each_gap_counts_once_however_often_it_is_reported() {
        var recordings = new RecordingMetrics(new NothingRecorded());
        recordings.report(report(1, RecordingState.RECORDING));
        recordings.report(report(2, RecordingState.INTERRUPTED));
        recordings.report(report(2, RecordingState.RECORDING));
        recordings.report(report(3, RecordingState.COMPLETED));

        assertThat(read(recordings).samples()).containsEntry("courtside_recording_gaps_total{}", 2.0);
    }

    private static EngineEvent report(int gaps, RecordingState state) {
        var some = IntStream.range(0, gaps)
                .mapToObj(i -> new Gap(i, 0.5, "closed"))
                .toList();
        return new EngineEvent(
                "recording",
                null,
                new RecordingStatus(
                        "r", "f", "x.mp4", state, null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, some, null, null, null,
                        null));
    }

    private static final class NothingRecorded extends Recordings {
        @Override
        public List<club.courtside.session.Recording> running() {
            return List.of();
        }
    }

    @Test
    void while_the_database_is_away_the_rest_is_told() {
        Measured away = () -> {
            throw new IllegalStateException(new SQLException("gone", "08006"));
        };
        Measured known = () ->
                List.of(new Family("courtside_disk_free_bytes", "Free.").add(7).gauge());

        assertThat(read(away, known).samples())
                .containsEntry("courtside_database_up{}", 0.0)
                .containsEntry("courtside_disk_free_bytes{}", 7.0);
    }

    @Test
    void labels_that_hold_quotes_and_line_ends_stay_one_line() {
        var odd = new Family("courtside_camera_up", "Up.")
                .add(1, io.prometheus.metrics.model.snapshots.Labels.of("camera", "the \"main\"\\\none"));

        assertThat(read(() -> List.of(odd.gauge())).samples())
                .containsEntry("courtside_camera_up{camera=the \\\"main\\\"\\\\\\none}", 1.0);
    }
}
