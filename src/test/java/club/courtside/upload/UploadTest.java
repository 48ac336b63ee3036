package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.court.ClubWish;
import club.courtside.court.EngineSeam;
import club.courtside.court.UploadPolicy;
import club.courtside.library.Video;
import club.courtside.library.VideoRecorded;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.session.TestClub;
import club.courtside.upload.target.TargetKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A video arrives at its target once, by itself or because somebody asked for it. */
class UploadTest {

    @TempDir
    Path folder;

    private TestUploads uploads;

    @BeforeEach
    void open() {
        uploads = new TestUploads(folder);
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void a_video_arrives_and_what_the_server_found_out_is_kept() throws Exception {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);
        assertThat(upload.status()).isEqualTo(UploadState.QUEUED);
        assertThat(upload.fileName()).isEqualTo("2026-03-14-finale-ete.mp4");
        uploads.farm.says("processing", null, "{}");

        assertThat(uploads.perform(upload))
                .contains(uploads.club.clock.instant().plusSeconds(2));
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.REMOTE);
        assertThat(uploads.now(upload).remoteTaskId()).isEqualTo("task-1");
        uploads.perform(upload);
        assertThat(uploads.now(upload).progress()).isEqualTo(0.4);

        uploads.farm.says(
                "completed",
                null,
                "{\"description\":\"two players\",\"subtitles\":{\"vtt\":\"WEBVTT\\n\\n\",\"srt\":\"1\\n\"},\"score\":7}");
        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);

        uploads.arrivedOnce(video);
        assertThat(uploads.farm.received().get(0).fields())
                .containsEntry("model", "small")
                .containsEntry("priority", "high")
                .containsEntry("process", "true");
        uploads.club.database.inTransaction(() -> {
            Video known = uploads.videos.find(video).orElseThrow();
            assertThat(known.description()).isEqualTo("two players");
            assertThat(known.hasSubtitles()).isTrue();
            assertThat(uploads.files.subtitlesOf(known)).hasContent("WEBVTT\n\n");
        });
        assertThat(uploads.club
                        .in(() -> uploads.desk.results(uploads.club.admin, upload.taskId()))
                        .path("score")
                        .asInt())
                .isEqualTo(7);
        assertThat(uploads.endings.fired()).singleElement().satisfies(ended -> {
            assertThat(ended.work()).isEqualTo("upload");
            assertThat(ended.kind()).isEqualTo("processing_server");
            assertThat(ended.outcome()).isEqualTo("done");
        });
        assertThat(uploads.club.updates.fired())
                .extracting(LiveUpdate::event)
                .contains("upload_progress", "manual_upload_completed");
    }

    @Test
    void without_an_engine_to_look_at_the_file_nothing_is_tried() {
        UploadView upload = uploads.send(uploads.video());
        EngineSeam.gone(uploads.club.cameraEngine);

        assertThat(uploads.perform(upload))
                .contains(uploads.club.clock.instant().plusSeconds(5));
        assertThat(uploads.now(upload).attempts()).isZero();
        EngineSeam.back(uploads.club.cameraEngine, uploads.club.engine);
        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(uploads.now(upload).attempts()).isEqualTo(1);
    }

    @Test
    void when_courtside_ends_it_goes_on_afterwards_and_that_is_no_further_attempt() throws Exception {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);

        assertThat(uploads.perform(upload, true)).contains(uploads.club.clock.instant());
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.QUEUED);
        assertThat(uploads.toItsEnd(upload).attempts()).isEqualTo(1);
        uploads.arrivedOnce(video);
    }

    @Test
    void a_cancelled_upload_is_not_sent_and_can_be_asked_for_again() {
        UploadView upload = uploads.send(uploads.video());
        uploads.club.in(() -> uploads.desk.cancel(uploads.club.admin, upload.taskId()));

        assertThat(uploads.perform(upload)).isEmpty();
        assertThat(uploads.farm.asked()).isZero();
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.CANCELLED);
        assertThatThrownBy(() -> uploads.club.in(() -> uploads.desk.cancel(uploads.club.admin, upload.taskId())))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(409));

        uploads.club.in(() -> uploads.desk.retry(uploads.club.admin, upload.taskId()));
        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
    }

    @Test
    void who_asks_twice_sends_once() {
        UUID video = uploads.video();
        assertThat(uploads.send(video).taskId()).isEqualTo(uploads.send(video).taskId());
    }

    @Test
    void a_video_that_is_deleted_is_not_sent() {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);
        uploads.club.database.inTransaction(() -> uploads.club
                .database
                .entities()
                .createQuery("update Video v set v.deletedAt = :now where v.id = :id")
                .setParameter("now", uploads.club.clock.instant())
                .setParameter("id", video)
                .executeUpdate());
        uploads.club.database.entities().clear();

        assertThat(uploads.perform(upload)).isEmpty();
        assertThat(uploads.farm.asked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void what_was_recorded_goes_by_itself_once_where_the_installation_wants_that(String wanted, int sent) {
        uploads.environment.put("VULTR_AUTO_UPLOAD", wanted);
        uploads.connect();
        UUID video = uploads.video();

        for (int end = 0; end < 2; end++)
            uploads.club.database.inTransaction(() -> uploads.automatic.recorded(
                    new VideoRecorded(uploads.videos.find(video).orElseThrow())));

        assertThat(uploads.seen(uploads.club.admin)).hasSize(sent);
        assertThat(uploads.seen(uploads.club.admin)).allMatch(UploadView::automatic);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,     INSTALLATION, false, 0",
                "-,     INSTALLATION, true,  1",
                "-,     ALWAYS,       false, 1",
                "-,     ALWAYS,       true,  1",
                "-,     NEVER,        false, 0",
                "-,     NEVER,        true,  0",
                "true,  INSTALLATION, false, 1",
                "true,  INSTALLATION, true,  1",
                "true,  ALWAYS,       false, 1",
                "true,  ALWAYS,       true,  1",
                "true,  NEVER,        false, 1",
                "true,  NEVER,        true,  1",
                "false, INSTALLATION, false, 0",
                "false, INSTALLATION, true,  0",
                "false, ALWAYS,       false, 0",
                "false, ALWAYS,       true,  0",
                "false, NEVER,        false, 0",
                "false, NEVER,        true,  0"
            })
    void the_recording_decides_before_its_club_and_the_club_before_the_installation(
            Boolean recording, UploadPolicy policy, String installation, int sent) {
        uploads.environment.put("VULTR_AUTO_UPLOAD", installation);
        uploads.connect();
        TestClub club = uploads.club;
        club.in(() -> club.clubAdministration.change(
                club.admin,
                club.club.id(),
                new ClubWish(null, null, null, null, null, null, null, null, policy, null, null, null)));
        UUID session = club.open(club.player);
        UUID video =
                uploads.video(club.start(club.player, session, 60, recording).id(), 1000);
        club.stop(club.player, session);

        club.database.inTransaction(() -> uploads.automatic.recorded(
                new VideoRecorded(uploads.videos.find(video).orElseThrow())));

        assertThat(uploads.seen(club.admin)).hasSize(sent);
    }

    @Test
    void what_was_brought_and_is_processed_goes_to_who_keeps_it_and_not_to_who_processes() {
        uploads.environment.put("VULTR_AUTO_UPLOAD", "true");
        uploads.environment.put("BUNNY_STORAGE_ZONE", "zone");
        uploads.environment.put("BUNNY_STORAGE_KEY", "key");
        uploads.connect();
        UUID video = uploads.video();

        uploads.club.database.inTransaction(() -> uploads.automatic.processed(new WorkEnded(
                "job",
                UUID.randomUUID(),
                "convert",
                "done",
                uploads.club.club.id(),
                video,
                "Finale",
                null,
                null,
                Duration.ofMinutes(1),
                uploads.club.clock.instant())));

        assertThat(uploads.seen(uploads.club.admin))
                .extracting(UploadView::target)
                .containsExactly(TargetKind.BUNNY_STORAGE);
    }

    @Test
    void without_a_target_that_is_said() {
        uploads.environment.remove("VULTR_API_URL");
        uploads.connect();
        UUID video = uploads.video();
        assertThat(refused(() -> uploads.desk.send(uploads.club.admin, video, null, null, Priority.LOW, true)))
                .isEqualTo(409);
        assertThat(uploads.health.known()).isEmpty();
    }

    @Test
    void the_line_is_not_taken_beyond_what_is_set() {
        uploads.environment.put("COURTSIDE_UPLOAD_MBIT", "24");
        uploads.connect();
        UploadView upload = uploads.send(uploads.video());
        long began = System.nanoTime();

        uploads.perform(upload);

        // 3 MB at 24 Mbit/s take a second.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(800));
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.REMOTE);
    }

    @Test
    void players_see_the_uploads_of_their_own_videos_and_change_none() {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);

        assertThat(uploads.seen(uploads.club.player)).hasSize(1);
        assertThat(uploads.seen(uploads.club.otherPlayer)).isEmpty();
        assertThat(uploads.seen(uploads.club.stranger)).isEmpty();
        assertThat(uploads.seen(uploads.club.admin)).hasSize(1);
        assertThat(refused(() -> uploads.desk.cancel(uploads.club.player, upload.taskId())))
                .isEqualTo(403);
        assertThat(refused(() -> uploads.desk.cancel(uploads.club.otherPlayer, upload.taskId())))
                .isEqualTo(404);
        assertThat(refused(() -> uploads.desk.view(uploads.club.stranger, upload.taskId())))
                .isEqualTo(404);
        assertThat(refused(() -> uploads.desk.send(uploads.club.player, video, null, null, Priority.LOW, true)))
                .isEqualTo(403);
    }

    @Test
    void what_a_backup_forgot_to_queue_is_queued_at_the_start_and_what_stands_still_can_be_pushed() {
        UploadView upload = uploads.send(uploads.video());
        uploads.queue.drop(UploadWork.NAME, upload.taskId());

        uploads.club.database.inTransaction(uploads.ledger::requeue);
        assertThat(uploads.queue.contains(UploadWork.NAME, upload.taskId())).isTrue();

        uploads.club.clock.passes(Duration.ofMinutes(20));
        assertThat(uploads.club.in(() -> uploads.ledger.recover(uploads.club.clock.instant())))
                .containsExactly(upload.taskId());
        assertThat(uploads.club.in(() -> new UploadHistory(uploads.rows).underWay()))
                .containsExactly(upload.videoId());
    }

    @Test
    void the_library_tells_where_a_video_was_sent() {
        UUID video = uploads.video();
        UploadView upload = uploads.toItsEnd(uploads.send(video));

        var told = uploads.club.in(() -> new UploadHistory(uploads.rows).of(Set.of(video)));

        assertThat(told.get(video)).singleElement().satisfies(entry -> {
            assertThat(entry.taskId()).isEqualTo(upload.taskId().toString());
            assertThat(entry.remoteTaskId()).isEqualTo("task-1");
            assertThat(entry.status()).isEqualTo("done");
            assertThat(entry.automatic()).isFalse();
        });
    }

    private int refused(Supplier<?> what) {
        try {
            uploads.club.in(what::get);
        } catch (ProblemException e) {
            return e.status();
        }
        return 200;
    }
}
