package club.courtside.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.court.EngineSeam;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.library.Renditions;
import club.courtside.library.Shares;
import club.courtside.library.Video;
import club.courtside.library.VideoAccess;
import club.courtside.library.VideoArrived;
import club.courtside.library.VideoFiles;
import club.courtside.library.VideoStatus;
import club.courtside.library.Videos;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.QueueReport;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.platform.queue.WorkState;
import club.courtside.session.TestClub;
import club.courtside.support.FiredEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessingTest {

    private static final MediaInfo FOUND = new MediaInfo(60, 9_000_000, new MediaTrack("h264", 1920, 1080, 0, 0), null);
    private static final MediaInfo COPY = new MediaInfo(60, 5_000_000, new MediaTrack("h264", 1080, 1920, 0, 0), null);

    @TempDir
    Path folder;

    private final FiredEvents<WorkEnded> endings = new FiredEvents<>();
    private TestClub club;
    private Videos videos;
    private Jobs jobs;
    private WorkQueue queue;
    private JobWork work;
    private JobDesk desk;
    private JobLedger ledger;
    private VideoProcessing processing;

    @BeforeEach
    void open() {
        club = new TestClub(folder);
        var entities = club.database.entities();
        videos = new Videos(entities);
        jobs = new Jobs(entities);
        queue = new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock);
        ledger = new JobLedger(
                jobs, videos, new JobResults(new Renditions(entities)), queue, club.clock, club.updates, endings);
        var files = new VideoFiles(club.data);
        var compaction = new Compaction(jobs, null, club.recordings, files, null);
        work = new JobWork(ledger, new JobTasks(files, club.data), compaction, club.cameraEngine, club.clock);
        desk = new JobDesk(jobs, ledger, new VideoAccess(videos, new Shares(entities)), club.clock);
        processing = new VideoProcessing(ledger);
    }

    @AfterEach
    void close() {
        club.close();
    }

    /** @param plays whether browsers play it as it came */
    private UUID upload(boolean plays) {
        return upload(plays, club.player.id());
    }

    /** @param owner null: a program has sent it */
    private UUID upload(boolean plays, UUID owner) {
        UUID id = UUID.randomUUID();
        club.database.inTransaction(() -> {
            Video video = new Video(
                    id,
                    club.database.entities().find(Club.class, club.club.id()),
                    owner == null ? null : club.database.entities().find(User.class, owner),
                    "videos/" + club.club.id() + "/" + id + ".mp4",
                    "Final",
                    club.clock.instant(),
                    club.clock.instant());
            video.arrived(FOUND, plays, "ab".repeat(32));
            videos.add(video);
            processing.arrived(new VideoArrived(video));
        });
        return id;
    }

    private JobView job(UUID video, JobKind kind) {
        return club.in(() -> desk.of(club.admin, video)).stream()
                .filter(job -> job.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Instant> perform(JobView job) {
        return club.in(() -> work.perform(job.id(), () -> false));
    }

    private Optional<Instant> perform(JobView job, TaskState state, Reason why, TaskResult result) {
        club.engine.taskStatuses.put(
                job.id().toString(), new TaskStatus(job.id().toString(), state, 1, why, result));
        return perform(job);
    }

    private Optional<Instant> converted(UUID video) {
        return perform(
                job(video, JobKind.CONVERT),
                TaskState.DONE,
                null,
                new TaskResult(COPY, "cd".repeat(32), null, null, null));
    }

    private Optional<Instant> described(UUID video) {
        return perform(
                job(video, JobKind.DESCRIBE),
                TaskState.DONE,
                null,
                new TaskResult(null, null, "two players on a court", null, null));
    }

    private Optional<Instant> withoutModel(UUID video) {
        return perform(
                job(video, JobKind.SUBTITLE),
                TaskState.SKIPPED,
                new Reason("model_not_installed", "put ggml-base.bin into the folder"),
                null);
    }

    private VideoStatus status(UUID video) {
        return club.in(() -> videos.find(video).orElseThrow().status());
    }

    @Test
    void an_uploaded_video_is_ready_once_all_that_the_club_wants_of_it_is_over() {
        UUID video = upload(true);
        assertThat(status(video)).isEqualTo(VideoStatus.PROCESSING);
        assertThat(queue.contains(JobWork.NAME, job(video, JobKind.CONVERT).id()))
                .isTrue();

        assertThat(converted(video)).isEmpty();
        assertThat(described(video)).isEmpty();
        assertThat(status(video)).isEqualTo(VideoStatus.PROCESSING);
        assertThat(withoutModel(video)).isEmpty();

        assertThat(status(video)).isEqualTo(VideoStatus.READY);
        assertThat(club.in(() -> videos.find(video).orElseThrow().description()))
                .isEqualTo("two players on a court");
        assertThat(job(video, JobKind.CONVERT).progress()).isEqualTo(1);
        assertThat(job(video, JobKind.SUBTITLE).state()).isEqualTo(WorkState.SKIPPED);
        assertThat(job(video, JobKind.SUBTITLE).reasonCode()).isEqualTo("model_not_installed");
        assertThat(club.engine.tasks).isEmpty();
        assertThat(club.updates.fired())
                .filteredOn(update -> update.event().equals("job_progress"))
                .extracting(LiveUpdate::ownerId)
                .containsOnly(club.player.id());
    }

    @Test
    void what_a_program_sends_is_left_to_what_that_has_asked_for() {
        UUID video = upload(true, null);

        assertThat(club.in(() -> desk.of(club.admin, video))).isEmpty();
        assertThat(status(video)).isEqualTo(VideoStatus.READY);
    }

    @Test
    void the_engine_is_asked_for_what_the_club_chose() {
        UUID video = upload(true);
        List<Object> asked = new ArrayList<>();
        JobTasks tasks = new JobTasks(new VideoFiles(club.data), club.data);
        club.database.inTransaction(() -> jobs.of(video).stream()
                .sorted(Comparator.comparing(Job::kind))
                .forEach(job -> asked.add(tasks.of(job))));

        TranscodeSpec copy = (TranscodeSpec) asked.get(0);
        assertThat(copy.width()).isEqualTo(1080);
        assertThat(copy.height()).isEqualTo(1920);
        assertThat(copy.mostBytes()).isEqualTo(FOUND.bytes());
        assertThat(copy.to()).contains(".renditions").endsWith(video + "-portrait.mp4");
        assertThat(copy.file()).endsWith(video + ".mp4");
        SubtitleSpec words = (SubtitleSpec) asked.get(2);
        assertThat(words.model()).isEqualTo("base");
        assertThat(words.models()).isEqualTo(club.data.models().toString());
    }

    @Test
    void what_browsers_cannot_play_and_nobody_could_convert_has_failed() {
        UUID video = upload(false);
        perform(
                job(video, JobKind.CONVERT),
                TaskState.FAILED,
                new Reason("no_video", "there is no picture in it"),
                null);
        described(video);
        withoutModel(video);

        assertThat(status(video)).isEqualTo(VideoStatus.FAILED);
        assertThat(job(video, JobKind.CONVERT).reasonCode()).isEqualTo("no_video");
    }

    @Test
    void what_fails_is_tried_again_after_growing_pauses_and_then_given_up() {
        UUID video = upload(true);
        Instant before = club.clock.instant();
        for (int attempt = 1; attempt < 5; attempt++) {
            Instant next = perform(
                            job(video, JobKind.CONVERT),
                            TaskState.FAILED,
                            new Reason("internal", "the converter ended"),
                            null)
                    .orElseThrow();
            assertThat(Duration.between(before, next).toSeconds())
                    .isBetween(30L << (attempt - 1), 60L << (attempt - 1));
            JobView waiting = job(video, JobKind.CONVERT);
            assertThat(waiting.state()).isEqualTo(WorkState.WAITING);
            assertThat(waiting.attempts()).isEqualTo(attempt);
            assertThat(waiting.nextAttemptAt()).isEqualTo(next);
        }
        Optional<Instant> next = perform(
                job(video, JobKind.CONVERT), TaskState.FAILED, new Reason("internal", "the converter ended"), null);

        assertThat(next).isEmpty();
        assertThat(job(video, JobKind.CONVERT).state()).isEqualTo(WorkState.FAILED);
        assertThat(job(video, JobKind.CONVERT).attempts()).isEqualTo(5);
    }

    @Test
    void without_an_engine_nothing_is_tried() {
        UUID video = upload(true);
        EngineSeam.gone(club.cameraEngine);

        Optional<Instant> next = perform(job(video, JobKind.CONVERT));

        assertThat(next).contains(club.clock.instant().plusSeconds(5));
        assertThat(job(video, JobKind.CONVERT).attempts()).isZero();
        assertThat(job(video, JobKind.CONVERT).state()).isEqualTo(WorkState.QUEUED);
        EngineSeam.back(club.cameraEngine, club.engine);
        assertThat(converted(video)).isEmpty();
        assertThat(job(video, JobKind.CONVERT).attempts()).isEqualTo(1);
    }

    @Test
    void when_courtside_ends_the_work_goes_on_and_is_found_again() {
        UUID video = upload(true);
        JobView job = job(video, JobKind.CONVERT);

        Optional<Instant> next = club.in(() -> work.perform(job.id(), () -> true));

        assertThat(next).contains(club.clock.instant());
        assertThat(club.engine.tasks).containsKey(job.id().toString());
        assertThat(job(video, JobKind.CONVERT).attempts()).isZero();
        assertThat(converted(video)).isEmpty();
        assertThat(job(video, JobKind.CONVERT).state()).isEqualTo(WorkState.DONE);
    }

    @Test
    void a_cancelled_job_is_not_done_and_can_be_asked_for_again() {
        UUID video = upload(true);
        JobView job = job(video, JobKind.CONVERT);
        club.in(() -> desk.cancel(club.admin, job.id()));

        assertThat(queue.contains(JobWork.NAME, job.id())).isFalse();
        assertThat(perform(job)).isEmpty();
        assertThat(club.engine.tasks).isEmpty();
        assertThat(job(video, JobKind.CONVERT).state()).isEqualTo(WorkState.CANCELLED);
        assertThatThrownBy(() -> club.in(() -> desk.cancel(club.admin, job.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(409));

        club.in(() -> desk.retry(club.admin, job.id()));
        assertThat(queue.contains(JobWork.NAME, job.id())).isTrue();
        assertThat(converted(video)).isEmpty();
        assertThat(job(video, JobKind.CONVERT).state()).isEqualTo(WorkState.DONE);
    }

    @Test
    void what_a_backup_forgot_to_queue_is_queued_at_the_start() {
        UUID video = upload(true);
        JobView job = job(video, JobKind.DESCRIBE);
        queue.drop(JobWork.NAME, job.id());

        club.database.inTransaction(ledger::requeue);

        assertThat(queue.contains(JobWork.NAME, job.id())).isTrue();
    }

    @Test
    void who_asks_for_it_twice_gets_it_once() {
        UUID video = upload(true);

        List<JobView> again = club.in(
                () -> desk.process(club.admin, video, EnumSet.of(JobKind.CONVERT, JobKind.DESCRIBE), Priority.HIGH));

        assertThat(again).hasSize(3);
    }

    @Test
    void players_see_the_jobs_of_their_own_videos_and_change_none() {
        UUID video = upload(true);
        JobView job = job(video, JobKind.CONVERT);

        assertThat(seen(club.player)).hasSize(3);
        assertThat(seen(club.otherPlayer)).isEmpty();
        assertThat(seen(club.stranger)).isEmpty();
        assertThat(seen(club.admin)).hasSize(3);
        assertThat(refused(() -> desk.cancel(club.player, job.id()))).isEqualTo(403);
        assertThat(refused(() -> desk.cancel(club.otherPlayer, job.id()))).isEqualTo(404);
        assertThat(refused(() -> desk.view(club.stranger, job.id()))).isEqualTo(404);
        assertThat(refused(() -> desk.process(club.player, video, Set.of(), Priority.LOW)))
                .isEqualTo(403);
    }

    private List<JobView> seen(Caller by) {
        return club.in(() -> {
            List<JobView> found = desk.search(by, EnumSet.noneOf(WorkState.class), 0, 10);
            assertThat(desk.count(by, EnumSet.noneOf(WorkState.class))).isEqualTo(found.size());
            return found;
        });
    }

    private int refused(Supplier<?> what) {
        try {
            club.in(what::get);
        } catch (ProblemException e) {
            return e.status();
        }
        return 200;
    }

    @Test
    void what_stands_still_goes_on_but_what_is_young_or_being_worked_at_is_left_alone() {
        UUID video = upload(false);
        JobView old = job(video, JobKind.CONVERT);
        club.clock.passes(Duration.ofMinutes(20));
        UUID young = upload(false);
        club.in(() -> {
            queue.drop(JobWork.NAME, old.id());
            return null;
        });

        List<UUID> again = club.in(() -> ledger.recover(club.clock.instant().minus(Duration.ofMinutes(10))));

        assertThat(again)
                .contains(old.id())
                .doesNotContain(job(young, JobKind.CONVERT).id());
        assertThat(club.in(() -> queue.contains(JobWork.NAME, old.id()))).isTrue();
    }

    @Test
    void whoever_watches_the_queue_is_told_of_each_state_and_its_oldest() {
        Instant came = club.clock.instant();
        UUID first = upload(false);
        club.clock.passes(Duration.ofMinutes(5));
        upload(false);
        cancel(job(first, JobKind.DESCRIBE));
        var report = new JobReport(jobs);

        var lines = club.in(report::lines);
        assertThat(lines).contains(new QueueReport.Line("job", "convert", "queued", 2, came));
        assertThat(lines).contains(new QueueReport.Line("job", "describe", "cancelled", 1, null));
        assertThat(club.in(() -> report.lines(Set.of(club.club.id())))).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(club.in(() -> report.lines(Set.of(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void each_end_is_told_once_with_what_came_of_it() {
        JobView job = job(upload(false), JobKind.DESCRIBE);
        cancel(job);

        assertThat(endings.fired())
                .filteredOn(ended -> ended.id().equals(job.id()))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.outcome()).isEqualTo("cancelled");
                    assertThat(ended.kind()).isEqualTo("describe");
                    assertThat(ended.took()).isNull();
                    assertThat(ended.isGivenUp()).isFalse();
                });
    }

    private void cancel(JobView job) {
        club.in(() -> desk.cancel(club.admin, job.id()));
    }
}
