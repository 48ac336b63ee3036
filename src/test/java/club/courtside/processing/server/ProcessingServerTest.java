package club.courtside.processing.server;

import static club.courtside.library.arrival.TestIntake.stream;
import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.court.SubtitleModel;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.library.Origin;
import club.courtside.library.Renditions;
import club.courtside.library.Shares;
import club.courtside.library.Video;
import club.courtside.library.VideoAccess;
import club.courtside.library.VideoArrived;
import club.courtside.library.VideoFiles;
import club.courtside.library.Videos;
import club.courtside.library.arrival.ArrivalName;
import club.courtside.library.arrival.ArrivalOver;
import club.courtside.library.arrival.ArrivalTaken;
import club.courtside.library.arrival.TestIntake;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.processing.Compaction;
import club.courtside.processing.JobDesk;
import club.courtside.processing.JobLedger;
import club.courtside.processing.JobResults;
import club.courtside.processing.JobTasks;
import club.courtside.processing.JobView;
import club.courtside.processing.JobWork;
import club.courtside.processing.Jobs;
import club.courtside.session.TestClub;
import club.courtside.support.FakeEngine;
import club.courtside.support.FiredEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessingServerTest {

    private static final String MATCH = FakeEngine.MATCH;

    @TempDir
    Path folder;

    private TestIntake uploads;
    private TestClub club;
    private Clubs clubs;
    private ProcessingTasks tasks;
    private TaskLedger ledger;
    private TaskDesk desk;
    private JobDesk jobs;
    private JobWork work;

    @BeforeEach
    void open() {
        uploads = new TestIntake(folder);
        club = uploads.club;
        var entities = club.database.entities();
        Videos videos = uploads.videos;
        Jobs all = new Jobs(entities);
        var access = new VideoAccess(videos, new Shares(entities));
        var jobLedger = new JobLedger(
                all,
                videos,
                new JobResults(new Renditions(entities)),
                new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock),
                club.clock,
                club.updates,
                new FiredEvents<>());
        jobs = new JobDesk(all, jobLedger, access, club.clock);
        work = new JobWork(
                jobLedger,
                new JobTasks(new VideoFiles(club.data), club.data),
                new Compaction(all, null, club.recordings, new VideoFiles(club.data), null),
                club.cameraEngine,
                club.clock);
        clubs = new Clubs(entities);
        tasks = new ProcessingTasks(entities);
        ledger = new TaskLedger(
                tasks,
                new ProcessingClub(clubs, club.clubAdministration, club.settings(Map.of())),
                uploads.intake,
                videos,
                jobLedger,
                club.clock);
        desk = new TaskDesk(ledger, tasks, uploads.intake, videos);
        club.events.observe(VideoArrived.class, ledger::arrived);
        club.events.observe(ArrivalTaken.class, ledger::taken);
        club.events.observe(ArrivalOver.class, ledger::over);
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    private static TaskOrder order(String key) {
        return new TaskOrder(key, null, Priority.NORMAL, false);
    }

    private TaskLedger.Opened announce(TaskOrder order, long bytes) {
        return club.in(() -> desk.announce(order, new ArrivalName("x.mp4"), bytes));
    }

    private TaskLedger.Opened send(TaskOrder order, String content) {
        return club.in(() -> {
            try {
                return desk.take(order, new ArrivalName("x.mp4"), stream(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void piece(UUID id, String content) {
        club.in(() -> uploads.intake.receive(desk.task(id).sender(), id, 0, content.length(), null, stream(content)));
    }

    private ProcessingTask task(UUID id) {
        return club.in(() -> desk.task(id));
    }

    @Test
    void the_club_is_made_by_the_first_upload_and_used_by_the_next() {
        UUID first = send(order(null), MATCH).id();
        UUID second = send(order(null), MATCH).id();
        uploads.examine();

        Club made = club.in(() -> clubs.byIdOrSlug("processing").orElseThrow());
        for (UUID id : List.of(first, second)) {
            Video video = club.in(() -> uploads.video(id));
            assertThat(video.club().id()).isEqualTo(made.id());
            assertThat(video.origin()).isEqualTo(Origin.UPLOAD);
            assertThat(video.owner()).isNull();
        }
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void it_is_written_down_what_came() {
        UUID id = send(order(null), MATCH + " " + FakeEngine.ELSEWHERE).id();
        uploads.examine();

        assertThat(task(id).bytes()).isEqualTo(MATCH.length() + 1 + FakeEngine.ELSEWHERE.length());
        assertThat(task(id).sha256()).hasSize(64).isNotEqualTo(club.in(() -> uploads.video(id)
                .sha256()));
    }

    @Test
    void the_subtitles_are_written_by_the_model_that_was_asked_for() {
        UUID id = send(new TaskOrder(null, SubtitleModel.MEDIUM, Priority.HIGH, true), MATCH)
                .id();
        uploads.examine();

        List<JobView> own = club.in(() -> jobs.of(desk.task(id).sender(), id));
        assertThat(own).extracting(JobView::priority).hasSize(3).containsOnly(Priority.HIGH);
        own.forEach(job -> club.in(() -> work.perform(job.id(), () -> true)));
        assertThat(club.engine.tasks.values())
                .filteredOn(SubtitleSpec.class::isInstance)
                .extracting(spec -> ((SubtitleSpec) spec).model())
                .containsExactly("medium");
        assertThat(club.in(() -> uploads.video(id).isProcessing())).isTrue();
    }

    @Test
    void what_is_only_to_be_kept_is_ready_at_once() {
        UUID id = send(order(null), MATCH).id();
        uploads.examine();

        assertThat(club.in(() -> jobs.of(desk.task(id).sender(), id))).isEmpty();
        assertThat(club.in(() -> uploads.video(id).isReady())).isTrue();
    }

    @Test
    void the_same_key_is_the_same_task_however_far_it_is() {
        TaskLedger.Opened first = announce(order("one"), MATCH.length());
        assertThat(first.isNew()).isTrue();
        assertThat(announce(order("one"), MATCH.length())).isEqualTo(new TaskLedger.Opened(first.id(), false));
        piece(first.id(), MATCH);
        assertThat(announce(order("one"), MATCH.length()).id()).isEqualTo(first.id());
        uploads.examine();
        assertThat(announce(order("one"), MATCH.length()).id()).isEqualTo(first.id());

        club.clock.passes(Duration.ofDays(3));
        uploads.tidyUp();
        assertThat(announce(order("one"), MATCH.length()).id()).isEqualTo(first.id());
        assertThat(club.in(() -> desk.isLongThere(desk.task(first.id())))).isTrue();
        assertThat(announce(order("two"), MATCH.length()).id()).isNotEqualTo(first.id());
    }

    @Test
    void the_form_completes_what_tus_has_begun() {
        UUID id = announce(order("one"), MATCH.length()).id();
        piece(id, MATCH.substring(0, 2));

        assertThat(send(order("one"), MATCH).id()).isEqualTo(id);
        assertThat(send(order("one"), MATCH).id()).isEqualTo(id);
        uploads.examine();
        assertThat(club.in(() -> uploads.video(id).bytes())).isEqualTo(MATCH.length());
    }

    @Test
    void another_length_gives_up_what_was_begun() {
        UUID id = announce(order("one"), 5).id();

        TaskLedger.Opened other = announce(order("one"), MATCH.length());
        assertThat(other.isNew()).isTrue();
        assertThat(task(id).isOver()).isTrue();
    }

    @Test
    void a_key_whose_file_was_refused_cancelled_or_expired_begins_anew() {
        UUID refused = send(order("refused"), "no film").id();
        uploads.examine();
        assertThat(task(refused).reason()).isEqualTo("no video");
        assertThat(announce(order("refused"), 9).isNew()).isTrue();

        UUID cancelled = announce(order("cancelled"), 9).id();
        club.database.inTransaction(
                () -> uploads.intake.cancel(desk.task(cancelled).sender(), cancelled));
        assertThat(task(cancelled).isOver()).isTrue();
        assertThat(announce(order("cancelled"), 9).isNew()).isTrue();

        UUID expired = announce(order("expired"), 9).id();
        club.clock.passes(Duration.ofHours(25));
        uploads.tidyUp();
        assertThat(task(expired).reason()).contains("too long");
        assertThat(announce(order("expired"), 9).isNew()).isTrue();
    }

    @Test
    void what_a_person_uploads_is_no_task_and_no_business_of_the_key() {
        UUID theirs = uploads.upload("film.mp4", MATCH).id();
        User nobody = club.in(() -> uploads.video(theirs).owner());

        assertThat(nobody.id()).isEqualTo(club.admin.id());
        assertThat(club.in(() -> tasks.find(theirs))).isEmpty();
        UUID id = send(order(null), MATCH).id();
        assertThat(club.in(() -> uploads.intake.find(club.admin, id))).isEmpty();
        assertThat(club.in(() -> uploads.intake.find(desk.task(id).sender(), theirs)))
                .isEmpty();
    }
}
