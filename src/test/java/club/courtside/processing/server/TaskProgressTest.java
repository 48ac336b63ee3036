package club.courtside.processing.server;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.court.Club;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.library.Video;
import club.courtside.library.arrival.ArrivalState;
import club.courtside.library.arrival.ArrivalView;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkState;
import club.courtside.processing.JobKind;
import club.courtside.processing.JobView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskProgressTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private final UUID id = UUID.randomUUID();
    private final Club club = new Club("Processing", "processing", ZoneId.of("Europe/Paris"));
    private final ProcessingTask task = task(true);

    private ProcessingTask task(boolean process) {
        return new ProcessingTask(id, club, new TaskOrder(null, null, Priority.NORMAL, process), 1000, NOW);
    }

    private ArrivalView arrival(ArrivalState state, long received) {
        return new ArrivalView(id, club.id(), "x.mp4", 1000, received, state, null, null, NOW, null);
    }

    private Video video(boolean plays) {
        Video video = new Video(id, club, null, "videos/x.mp4", "x", NOW, NOW);
        video.arrived(new MediaInfo(60, 1000, new MediaTrack("h264", 1920, 1080, 0, 0), null), plays, "ab".repeat(32));
        return video;
    }

    private JobView job(JobKind kind, WorkState state, double progress, String reason) {
        Instant started = state == WorkState.QUEUED ? null : NOW;
        return new JobView(
                UUID.randomUUID(),
                id,
                club.id(),
                "x",
                kind,
                state,
                Priority.NORMAL,
                progress,
                1,
                null,
                reason == null ? null : "code",
                reason,
                NOW,
                started,
                null,
                null);
    }

    private TaskProgress of(ArrivalView arrival) {
        return TaskProgress.of(task, Optional.of(arrival), Optional.empty(), List.of());
    }

    private TaskProgress of(Video video, JobView... jobs) {
        return TaskProgress.of(task, Optional.empty(), Optional.of(video), List.of(jobs));
    }

    private TaskProgress is(TaskStage stage, int progress, String error) {
        return new TaskProgress(id, stage, progress, error);
    }

    @Test
    void receiving_is_the_first_of_four_steps() {
        assertThat(of(arrival(ArrivalState.RECEIVING, 0))).isEqualTo(is(TaskStage.RECEIVING, 0, null));
        assertThat(of(arrival(ArrivalState.RECEIVING, 500))).isEqualTo(is(TaskStage.RECEIVING, 12, null));
        assertThat(of(arrival(ArrivalState.EXAMINING, 1000))).isEqualTo(is(TaskStage.QUEUED, 25, null));
    }

    @Test
    void and_the_only_one_of_what_is_only_kept() {
        ProcessingTask kept = task(false);

        assertThat(TaskProgress.of(
                        kept, Optional.of(arrival(ArrivalState.RECEIVING, 500)), Optional.empty(), List.of()))
                .isEqualTo(is(TaskStage.RECEIVING, 50, null));
        assertThat(TaskProgress.of(
                        kept, Optional.of(arrival(ArrivalState.EXAMINING, 1000)), Optional.empty(), List.of()))
                .isEqualTo(is(TaskStage.QUEUED, 99, null));
        assertThat(of(video(false))).isEqualTo(is(TaskStage.COMPLETED, 100, null));
    }

    @Test
    void it_is_queued_until_somebody_is_at_it() {
        assertThat(of(
                        video(true),
                        job(JobKind.CONVERT, WorkState.QUEUED, 0, null),
                        job(JobKind.DESCRIBE, WorkState.QUEUED, 0, null),
                        job(JobKind.SUBTITLE, WorkState.QUEUED, 0, null)))
                .isEqualTo(is(TaskStage.QUEUED, 25, null));
        assertThat(of(
                        video(true),
                        job(JobKind.CONVERT, WorkState.RUNNING, 0.5, null),
                        job(JobKind.DESCRIBE, WorkState.SKIPPED, 0, "no model"),
                        job(JobKind.SUBTITLE, WorkState.QUEUED, 0, null)))
                .isEqualTo(is(TaskStage.PROCESSING, 62, null));
    }

    @Test
    void what_was_skipped_is_no_fault() {
        assertThat(of(
                        video(true),
                        job(JobKind.CONVERT, WorkState.DONE, 1, null),
                        job(JobKind.DESCRIBE, WorkState.SKIPPED, 0, "no model")))
                .isEqualTo(is(TaskStage.COMPLETED, 100, null));
    }

    @Test
    void what_was_given_up_or_cancelled_is_one() {
        assertThat(of(
                        video(true),
                        job(JobKind.CONVERT, WorkState.FAILED, 0.4, "the picture is too large"),
                        job(JobKind.DESCRIBE, WorkState.DONE, 1, null)))
                .isEqualTo(is(TaskStage.FAILED, 99, "convert: the picture is too large"));
        assertThat(of(video(true), job(JobKind.SUBTITLE, WorkState.CANCELLED, 0, null))
                        .error())
                .isEqualTo("subtitle: it was cancelled here");
    }

    @Test
    void while_another_attempt_is_to_come_nothing_has_failed() {
        assertThat(of(video(true), job(JobKind.CONVERT, WorkState.WAITING, 0, "the converter ended")))
                .isEqualTo(is(TaskStage.PROCESSING, 50, null));
    }

    @Test
    void a_refused_file_says_why_and_a_deleted_video_that_it_is_gone() {
        task.over("no_video", "there is no picture in it");
        assertThat(of(arrival(ArrivalState.REFUSED, 0)))
                .isEqualTo(is(TaskStage.FAILED, 0, "there is no picture in it"));

        assertThat(TaskProgress.of(task(true), Optional.empty(), Optional.empty(), List.of()))
                .isEqualTo(is(TaskStage.FAILED, 25, "the video has been deleted here"));
    }
}
