package club.courtside.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.court.ClubWish;
import club.courtside.court.ProcessingPolicy;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.library.CompactLedger;
import club.courtside.library.Renditions;
import club.courtside.library.TestLibrary;
import club.courtside.library.Video;
import club.courtside.library.VideoRecorded;
import club.courtside.library.inventory.Fingerprint;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.platform.queue.WorkState;
import club.courtside.session.Recording;
import club.courtside.session.TestClub;
import club.courtside.support.FakeEngine;
import club.courtside.support.FiredEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A smaller file takes the place of the recorded one, or the recorded one stays; nothing in between. */
class CompactionTest {

    private static final String RECORDED = FakeEngine.MATCH + ", every blade of grass";
    private static final String COMPACT = FakeEngine.MATCH + ", smaller";

    @TempDir
    Path folder;

    private final FiredEvents<WorkEnded> endings = new FiredEvents<>();
    private TestLibrary shelf;
    private TestClub club;
    private Jobs jobs;
    private WorkQueue queue;
    private JobLedger ledger;
    private CompactLedger compact;
    private Compaction compaction;
    private JobWork work;
    private JobDesk desk;
    private VideoProcessing processing;
    private UUID video;

    @BeforeEach
    void record() throws IOException {
        shelf = new TestLibrary(folder);
        club = shelf.club;
        jobs = new Jobs(club.database.entities());
        queue = new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock);
        ledger = new JobLedger(
                jobs,
                shelf.videos,
                new JobResults(new Renditions(club.database.entities())),
                queue,
                club.clock,
                club.updates,
                endings);
        compact = new CompactLedger(shelf.videos, shelf.files, shelf.uploads, club.recordings, club.clock);
        compaction = new Compaction(jobs, compact, club.recordings, shelf.files, shelf.uploads);
        work = new JobWork(ledger, new JobTasks(shelf.files, club.data), compaction, club.cameraEngine, club.clock);
        desk = new JobDesk(jobs, ledger, shelf.access, club.clock);
        processing = new VideoProcessing(ledger);
        video = shelf.record();
        Files.writeString(file(), RECORDED);
        String sha256 = Fingerprint.of(file());
        shelf.in(() -> shelf.recording(video).fileIsNow(RECORDED.length(), sha256));
        makeAgree();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private Path file() {
        return shelf.file(video);
    }

    private Path copy() {
        return shelf.files.compactOf(club.club.id(), video);
    }

    private void makeAgree() {
        shelf.in(() -> shelf.reconciliation.makeAgree());
    }

    private void choose(Boolean recordings, Boolean small) {
        var wish = new ProcessingPolicy.Wish(null, recordings, null, null, null, small);
        shelf.in(() -> club.clubAdministration.change(
                club.admin,
                club.club.id(),
                new ClubWish(null, null, null, null, null, null, null, null, null, null, wish, null)));
    }

    private JobView order() {
        choose(false, true);
        ended();
        return job();
    }

    private void ended() {
        shelf.in(() ->
                processing.recorded(new VideoRecorded(shelf.videos.find(video).orElseThrow())));
    }

    private List<JobView> all() {
        return club.in(() -> desk.of(club.admin, video));
    }

    private JobView job() {
        return all().stream()
                .filter(job -> job.kind() == JobKind.COMPACT)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Instant> perform() {
        UUID id = job().id();
        return club.in(() -> work.perform(id, () -> false));
    }

    private Optional<Instant> engineBrings(String content, long lostPictures) throws IOException {
        var result = result(content, lostPictures);
        String id = job().id().toString();
        club.engine.taskStatuses.put(id, new TaskStatus(id, TaskState.DONE, 1, null, result));
        return perform();
    }

    private TaskResult result(String content, long lostPictures) throws IOException {
        Files.writeString(copy(), content);
        var media = new MediaInfo(
                12, content.length(), new MediaTrack("h264", 1920, 1080, 0, 0), new MediaTrack("aac", 0, 0, 48000, 2));
        return new TaskResult(media, Fingerprint.of(copy()), null, null, null, lostPictures);
    }

    /** The file is the copy, and whoever compares library and disk finds nothing. */
    private void isCompact() throws IOException {
        assertThat(file()).hasContent(COMPACT);
        assertThat(copy()).doesNotExist();
        Recording recording = shelf.recording(video);
        assertThat(recording.sha256()).isEqualTo(Fingerprint.of(file()));
        assertThat(recording.delivery().bytes()).isEqualTo(COMPACT.length());
        assertThat(recording.compactedAt()).isEqualTo(club.clock.instant());
        assertThat(shelf.video(video))
                .returns((long) COMPACT.length(), Video::bytes)
                .returns(null, Video::reason)
                .returns(true, Video::isReady);
        agrees();
    }

    private void staysAsRecorded() {
        assertThat(file()).hasContent(RECORDED);
        assertThat(shelf.recording(video).compactedAt()).isNull();
        assertThat(shelf.video(video)).returns((long) RECORDED.length(), Video::bytes);
        agrees();
    }

    private void agrees() {
        makeAgree();
        assertThat(shelf.reconciliation.inventory().differences()).isEmpty();
        assertThat(shelf.video(video).reason()).isNull();
    }

    @Test
    void only_clubs_that_want_it_have_their_recordings_made_smaller() {
        ended();
        assertThat(all()).isEmpty();

        choose(true, true);
        ended();

        assertThat(all()).extracting(JobView::kind).containsExactlyInAnyOrder(JobKind.values());
        assertThat(job().priority()).isEqualTo(Priority.LOW);
    }

    @Test
    void nobody_asks_for_it_who_does_not_run_the_club() {
        assertThatThrownBy(() -> club.in(() -> desk.process(club.admin, video, Set.of(JobKind.COMPACT), Priority.LOW)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(400));
        assertThat(club.in(() -> desk.process(club.admin, video, Set.of(), Priority.LOW)))
                .extracting(JobView::kind)
                .containsExactlyInAnyOrderElementsOf(JobKind.ADDITIONS);
    }

    @Test
    void the_smaller_file_takes_the_place_of_the_recorded_one_and_its_certificate_says_so() throws IOException {
        order();
        assertThat(shelf.video(video).isReady()).isTrue();

        assertThat(engineBrings(COMPACT, 0)).isEmpty();

        assertThat(job().state()).isEqualTo(WorkState.DONE);
        isCompact();
    }

    @Test
    void the_same_pictures_are_asked_for_at_the_same_moments() {
        order();
        var tasks = new JobTasks(shelf.files, club.data);
        UUID id = job().id();
        TranscodeSpec asked =
                club.in(() -> (TranscodeSpec) tasks.of(jobs.find(id).orElseThrow()));

        assertThat(asked).isEqualTo(TranscodeSpec.compact(file().toString(), copy().toString()));
    }

    @Test
    void an_engine_that_tells_the_fingerprint_once_more_does_not_undo_it() throws IOException {
        order();
        engineBrings(COMPACT, 0);

        club.reportFingerprint(shelf.recording(video), "cd".repeat(32));

        isCompact();
    }

    @Test
    void killed_before_the_file_was_moved_it_begins_anew() throws IOException {
        order();
        TaskResult result = result(COMPACT, 0);
        assertThat(club.in(() -> compact.expect(video, COMPACT.length(), result.sha256())))
                .isTrue();

        staysAsRecorded();
        engineBrings(COMPACT, 0);
        isCompact();
    }

    @Test
    void killed_after_the_file_was_moved_the_library_knows_the_file() throws IOException {
        order();
        moved();

        agrees();
        isCompact();
        assertThat(perform()).isEmpty();
        assertThat(job().state()).isEqualTo(WorkState.DONE);
        assertThat(club.engine.tasks).isEmpty();
        isCompact();
    }

    @Test
    void killed_after_the_file_was_moved_its_job_ends_without_another_copy() throws IOException {
        order();
        moved();

        assertThat(perform()).isEmpty();
        assertThat(job().state()).isEqualTo(WorkState.DONE);
        assertThat(club.engine.tasks).isEmpty();
        isCompact();
    }

    private void moved() throws IOException {
        TaskResult result = result(COMPACT, 0);
        shelf.in(() -> compact.expect(video, COMPACT.length(), result.sha256()));
        shelf.files.replace(shelf.video(video), copy());
        club.database.entities().clear();
    }

    @Test
    void a_copy_that_is_not_smaller_is_thrown_away() throws IOException {
        order();
        assertThat(engineBrings(RECORDED + "!", 0)).isEmpty();
        endings.fired().forEach(compaction::over);

        assertThat(job().state()).isEqualTo(WorkState.SKIPPED);
        assertThat(job().reasonCode()).isEqualTo("not_smaller");
        assertThat(copy()).doesNotExist();
        staysAsRecorded();
    }

    @Test
    void a_damaged_recording_is_kept_for_whoever_repairs_it() throws IOException {
        order();
        engineBrings(COMPACT, 3);

        assertThat(job().reasonCode()).isEqualTo("source_damaged");
        staysAsRecorded();
    }

    @Test
    void what_is_not_the_recorded_file_gets_no_certificate() throws IOException {
        order();
        Files.writeString(file(), RECORDED.replace("every", "ev3ry"));

        engineBrings(COMPACT, 0);

        assertThat(job().state()).isEqualTo(WorkState.SKIPPED);
        assertThat(job().reasonCode()).isEqualTo("file_changed");
        assertThat(file()).hasContent(RECORDED.replace("every", "ev3ry"));
    }

    @Test
    void it_waits_while_the_video_is_on_its_way_somewhere() throws IOException {
        order();
        shelf.travelling.add(video);
        assertThat(engineBrings(COMPACT, 0)).contains(club.clock.instant().plusSeconds(10));
        assertThat(job().state()).isEqualTo(WorkState.QUEUED);
        assertThat(job().reasonCode()).isEqualTo("upload_under_way");
        assertThat(job().attempts()).isZero();
        assertThat(club.in(() -> compact.expect(video, 1, "ab"))).isFalse();
        staysAsRecorded();

        shelf.travelling.clear();
        assertThat(perform()).isEmpty();
        isCompact();
    }

    @Test
    void it_comes_after_all_other_steps() throws IOException {
        choose(true, true);
        ended();
        assertThat(engineBrings(COMPACT, 0)).isPresent();
        assertThat(job().reasonCode()).isEqualTo("other_steps");

        all().stream()
                .filter(job -> job.kind() != JobKind.COMPACT)
                .forEach(job -> club.in(() -> desk.cancel(club.admin, job.id())));
        assertThat(perform()).isEmpty();
        isCompact();
    }

    @Test
    void without_a_fingerprint_nobody_knows_what_was_recorded() throws IOException {
        shelf.in(() -> shelf.recording(video).fileIsNow(RECORDED.length(), null));
        order();

        assertThat(engineBrings(COMPACT, 0)).isPresent();
        assertThat(job().reasonCode()).isEqualTo("checksum_pending");
    }

    @Test
    void what_lies_in_the_bucket_alone_is_left_there() throws IOException {
        order();
        shelf.in(() -> shelf.ledger.movedAway(video));

        engineBrings(COMPACT, 0);

        assertThat(job().reasonCode()).isEqualTo("file_away");
        assertThat(club.in(() -> compact.expect(video, 1, "ab"))).isFalse();
    }

    @Test
    void a_cancelled_one_leaves_nothing_behind() throws IOException {
        order();
        result(COMPACT, 0);
        UUID id = job().id();
        club.in(() -> desk.cancel(club.admin, id));
        endings.fired().forEach(compaction::over);

        assertThat(copy()).doesNotExist();
        assertThat(perform()).isEmpty();
        staysAsRecorded();
    }
}
