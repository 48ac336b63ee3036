package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.court.EngineSeam;
import club.courtside.court.SubtitleModel;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.library.Shares;
import club.courtside.library.Video;
import club.courtside.library.VideoAccess;
import club.courtside.library.VideoFiles;
import club.courtside.library.VideoRecorded;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.session.TestClub;
import club.courtside.settings.Settings;
import club.courtside.support.FakeEngine;
import club.courtside.support.FiredEvents;
import club.courtside.support.ProcessingFarm;
import club.courtside.support.ProcessingFarm.Fault;
import club.courtside.support.TlsFront;
import club.courtside.upload.target.Bandwidth;
import club.courtside.upload.target.BunnyStorage;
import club.courtside.upload.target.Line;
import club.courtside.upload.target.ProcessingServer;
import club.courtside.upload.target.TargetKind;
import club.courtside.upload.target.TargetSettings;
import club.courtside.upload.target.Tus;
import club.courtside.upload.target.UploadTargets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a target does, a video arrives there once, or people read why it did not. */
class UploadTest {

    private static final int BYTES = 3_000_000;

    @TempDir
    Path folder;

    private final ProcessingFarm farm = new ProcessingFarm();
    private final FiredEvents<WorkEnded> endings = new FiredEvents<>();
    private final Map<String, String> environment = new HashMap<>();
    private TestClub club;
    private Videos videos;
    private VideoFiles files;
    private Uploads uploads;
    private WorkQueue queue;
    private UploadLedger ledger;
    private UploadWork work;
    private UploadDesk desk;
    private AutomaticUploads automatic;
    private TargetHealth health;

    @BeforeEach
    void open() {
        club = new TestClub(folder);
        environment.put("VULTR_API_URL", farm.address());
        environment.put("VULTR_API_KEY", ProcessingFarm.KEY);
        connect();
    }

    private void connect() {
        var settings = new CurrentSettings(new Settings(new Properties(), environment, folder));
        var limits = new TargetSettings(settings);
        var bandwidth = new Bandwidth(limits);
        var line = new Line(limits);
        var server = new ProcessingServer(limits, line, new Tus(line, bandwidth, club.clock), bandwidth, club.clock);
        var targets = new UploadTargets(List.of(server, new BunnyStorage(limits, line, bandwidth, club.clock)));
        var entities = club.database.entities();
        videos = new Videos(entities);
        files = new VideoFiles(club.data);
        uploads = new Uploads(entities);
        queue = new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock);
        ledger = new UploadLedger(
                uploads, videos, new UploadResults(files), queue, settings, club.clock, club.updates, endings);
        var compression = new Compression(files, club.cameraEngine, settings);
        work = new UploadWork(
                ledger,
                new Parcels(files, club.recordings, ledger, club.cameraEngine, compression),
                compression,
                targets,
                club.clock);
        desk = new UploadDesk(
                uploads, ledger, targets, new VideoAccess(videos, new Shares(entities)), club.audit, club.clock);
        automatic = new AutomaticUploads(ledger, targets, videos, club.recordings, settings);
        health = new TargetHealth(targets, club.clock);
    }

    @AfterEach
    void close() {
        farm.close();
        club.close();
    }

    private UUID video() {
        return video(BYTES);
    }

    private UUID video(int bytes) {
        UUID id = UUID.randomUUID();
        club.database.inTransaction(() -> {
            Video video = new Video(
                    id,
                    club.database.entities().find(Club.class, club.club.id()),
                    club.database.entities().find(User.class, club.player.id()),
                    "videos/" + club.club.id() + "/" + id + ".mp4",
                    "Finale été 🎾",
                    club.clock.instant(),
                    club.clock.instant());
            video.arrived(
                    new MediaInfo(60, bytes, new MediaTrack("h264", 1920, 1080, 0, 0), null), true, "ab".repeat(32));
            videos.add(video);
        });
        byte[] content = new byte[bytes];
        new Random(7).nextBytes(content);
        System.arraycopy(FakeEngine.MATCH.getBytes(), 0, content, 0, FakeEngine.MATCH.length());
        try {
            club.data.videos(club.club.id());
            Files.write(file(id), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    private Path file(UUID video) {
        return club.data.root().resolve("videos/" + club.club.id() + "/" + video + ".mp4");
    }

    private UploadView send(UUID video) {
        return club.in(() ->
                desk.send(club.admin, video, TargetKind.PROCESSING_SERVER, SubtitleModel.SMALL, Priority.HIGH, true));
    }

    private Optional<Instant> perform(UploadView upload) {
        return perform(upload, false);
    }

    /** As a worker does: outside any transaction. */
    private Optional<Instant> perform(UploadView upload, boolean stopping) {
        return club.in(() -> work.perform(upload.taskId(), () -> stopping));
    }

    private UploadView now(UploadView upload) {
        return club.in(() -> desk.view(club.admin, upload.taskId()));
    }

    /** As the queue does, until nothing is left to do; time passes as it has to. */
    private UploadView toItsEnd(UploadView upload) {
        for (int steps = 0; steps < 40; steps++) {
            Optional<Instant> next = perform(upload);
            if (next.isEmpty()) return now(upload);
            if (next.get().isAfter(club.clock.instant()))
                club.clock.passes(Duration.between(club.clock.instant(), next.get()));
        }
        throw new AssertionError("it does not end: " + now(upload));
    }

    private void arrivedOnce(UUID video) throws Exception {
        assertThat(farm.received()).singleElement().satisfies(received -> {
            assertThat(received.bytes()).isEqualTo(Files.size(file(video)));
            assertThat(received.sha256()).isEqualTo(sha256(file(video)));
        });
        assertThat(file(video)).exists();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void a_video_arrives_and_what_the_server_found_out_is_kept() throws Exception {
        UUID video = video();
        UploadView upload = send(video);
        assertThat(upload.status()).isEqualTo(UploadState.QUEUED);
        assertThat(upload.fileName()).isEqualTo("2026-03-14-finale-ete.mp4");
        farm.says("processing", null, "{}");

        assertThat(perform(upload)).contains(club.clock.instant().plusSeconds(2));
        assertThat(now(upload).status()).isEqualTo(UploadState.REMOTE);
        assertThat(now(upload).remoteTaskId()).isEqualTo("task-1");
        perform(upload);
        assertThat(now(upload).progress()).isEqualTo(0.4);

        farm.says(
                "completed",
                null,
                "{\"description\":\"two players\",\"subtitles\":{\"vtt\":\"WEBVTT\\n\\n\",\"srt\":\"1\\n\"},\"score\":7}");
        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);

        arrivedOnce(video);
        assertThat(farm.received().get(0).fields())
                .containsEntry("model", "small")
                .containsEntry("priority", "high")
                .containsEntry("process", "true");
        club.database.inTransaction(() -> {
            Video known = videos.find(video).orElseThrow();
            assertThat(known.description()).isEqualTo("two players");
            assertThat(known.hasSubtitles()).isTrue();
            assertThat(files.subtitlesOf(known)).hasContent("WEBVTT\n\n");
        });
        assertThat(club.in(() -> desk.results(club.admin, upload.taskId()))
                        .path("score")
                        .asInt())
                .isEqualTo(7);
        assertThat(endings.fired()).singleElement().satisfies(ended -> {
            assertThat(ended.work()).isEqualTo("upload");
            assertThat(ended.kind()).isEqualTo("processing_server");
            assertThat(ended.outcome()).isEqualTo("done");
        });
        assertThat(club.updates.fired())
                .extracting(LiveUpdate::event)
                .contains("upload_progress", "manual_upload_completed");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS, target_error",
        "TOO_MANY, busy",
        "HANGS, stalled",
        "SILENT, no_answer",
        "CLOSES_MIDWAY, closed",
        "CLOSES_AFTER, closed",
        "GARBAGE, bad_answer",
        "WRONG_CHECKSUM, wrong_checksum"
    })
    void whatever_goes_wrong_once_it_arrives_once(Fault fault, String reason) throws Exception {
        // Only who waits for nothing can wait a short time: a busy machine answers late.
        if (fault == Fault.HANGS) environment.put("COURTSIDE_UPLOAD_STALL_SECONDS", "1");
        if (fault == Fault.SILENT) environment.put("COURTSIDE_UPLOAD_ANSWER_SECONDS", "1");
        connect();
        // More than the buffers on the way hold, so that it is seen when nobody takes it.
        UUID video = video(fault == Fault.HANGS ? 32_000_000 : BYTES);
        UploadView upload = send(video);
        farm.faults(fault);

        Instant next = perform(upload).orElseThrow();
        UploadView waiting = now(upload);
        assertThat(waiting.status()).isEqualTo(UploadState.WAITING);
        assertThat(waiting.reasonCode()).isEqualTo(reason);
        assertThat(waiting.reason()).isNotBlank();
        assertThat(Duration.between(club.clock.instant(), next).toSeconds())
                .isBetween(fault == Fault.TOO_MANY ? 7200L : 60L, fault == Fault.TOO_MANY ? 7200L : 120L);

        environment.keySet().removeIf(name -> name.startsWith("COURTSIDE_UPLOAD_"));
        connect();
        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(now(upload).attempts()).isEqualTo(2);
        assertThat(now(upload).reason()).isNull();
        arrivedOnce(video);
    }

    @ParameterizedTest
    @CsvSource({"REFUSES_KEY, wrong_key", "TOO_LARGE, too_large"})
    void what_trying_again_does_not_change_fails_at_once(Fault fault, String reason) {
        UploadView upload = send(video());
        farm.faults(fault);

        assertThat(perform(upload)).isEmpty();

        assertThat(now(upload).status()).isEqualTo(UploadState.FAILED);
        assertThat(now(upload).reasonCode()).isEqualTo(reason);
        assertThat(now(upload).attempts()).isEqualTo(1);
        assertThat(endings.fired()).singleElement().satisfies(ended -> assertThat(ended.isGivenUp())
                .isTrue());
    }

    @Test
    void what_the_server_loses_is_brought_again() throws Exception {
        UUID video = video();
        UploadView upload = send(video);
        farm.faults(Fault.LOSES);
        perform(upload);
        assertThat(now(upload).status()).isEqualTo(UploadState.REMOTE);

        assertThat(perform(upload)).isPresent();
        assertThat(now(upload).reasonCode()).isEqualTo("lost");
        assertThat(now(upload).remoteTaskId()).isNull();

        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        arrivedOnce(video);
        assertThat(farm.asked()).isEqualTo(2);
    }

    @Test
    void a_server_that_cannot_say_how_it_goes_is_asked_again_and_not_sent_again() throws Exception {
        UUID video = video();
        UploadView upload = send(video);
        perform(upload);
        farm.statusFaults(Fault.FAILS, Fault.GARBAGE, Fault.FAILS);

        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);

        arrivedOnce(video);
        assertThat(farm.asked()).isEqualTo(1);
    }

    @Test
    void what_the_server_cannot_process_says_why_and_can_be_sent_again() {
        UploadView upload = send(video());
        farm.says("failed", "no court in sight", "{}");

        UploadView failed = toItsEnd(upload);
        assertThat(failed.status()).isEqualTo(UploadState.FAILED);
        assertThat(failed.reasonCode()).isEqualTo("remote_failed");
        assertThat(failed.reason()).contains("no court in sight");

        farm.says("completed", null, "{}");
        club.in(() -> desk.retry(club.admin, upload.taskId()));
        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(farm.asked()).isEqualTo(2);
    }

    @Test
    void a_server_that_is_away_for_an_hour_gets_it_afterwards() throws Exception {
        UUID video = video();
        UploadView upload = send(video);
        farm.close();
        Instant gone = club.clock.instant();

        while (Duration.between(gone, club.clock.instant()).toMinutes() < 60) {
            Instant next = perform(upload).orElseThrow();
            assertThat(now(upload).reasonCode()).isEqualTo("unreachable");
            club.clock.passes(Duration.between(club.clock.instant(), next));
        }
        try (ProcessingFarm back = new ProcessingFarm()) {
            environment.put("VULTR_API_URL", back.address());
            connect();
            assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
            assertThat(back.received()).singleElement().satisfies(received -> assertThat(received.sha256())
                    .isEqualTo(sha256(file(video))));
        }
    }

    @Test
    void a_server_that_stays_away_is_given_up_with_the_reason() {
        UploadView upload = send(video());
        farm.close();
        Instant begun = club.clock.instant();

        UploadView failed = toItsEnd(upload);

        assertThat(failed.status()).isEqualTo(UploadState.FAILED);
        assertThat(failed.attempts()).isEqualTo(8);
        assertThat(failed.reasonCode()).isEqualTo("unreachable");
        assertThat(Duration.between(begun, club.clock.instant()).toHours()).isBetween(2L, 5L);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_named() throws Exception {
        try (TlsFront front = new TlsFront(farm.address(), folder)) {
            environment.put("VULTR_API_URL", front.url().replaceFirst("/+$", ""));
            connect();
            UploadView upload = send(video());
            assertThat(perform(upload)).isPresent();
            assertThat(now(upload).reasonCode()).isEqualTo("certificate");
            assertThat(farm.received()).isEmpty();
            assertThat(health.look()).singleElement().satisfies(found -> assertThat(found.reasonCode())
                    .isEqualTo("certificate"));
        }
    }

    @Test
    void a_file_that_is_not_as_it_should_be_is_not_sent() throws Exception {
        UUID missing = video();
        Files.delete(file(missing));
        UUID broken = video();
        Files.writeString(file(broken), "no film at all");

        assertThat(toItsEnd(send(missing)).reasonCode()).isEqualTo("file_missing");
        assertThat(toItsEnd(send(broken)).reasonCode()).isEqualTo("file_unreadable");
        assertThat(farm.asked()).isZero();
    }

    @Test
    void where_the_line_is_poor_a_smaller_copy_goes_and_is_not_kept() throws Exception {
        environment.put("VULTR_COMPRESS", "true");
        connect();
        UUID video = video();
        UploadView upload = send(video);

        assertThat(perform(upload)).contains(club.clock.instant().plusSeconds(2));
        assertThat(farm.asked()).isZero();
        var order = (TranscodeSpec) club.engine.tasks.values().iterator().next();
        assertThat(order.file()).isEqualTo(file(video).toString());
        Path copy = Path.of(order.to());
        Files.writeString(copy, FakeEngine.MATCH + ", in less room");
        String sent = sha256(copy);
        perform(upload);

        assertThat(farm.received()).singleElement().satisfies(received -> assertThat(received.sha256())
                .isEqualTo(sent));
        assertThat(copy).exists();
        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(copy).doesNotExist();
        assertThat(file(video)).hasSize(BYTES);
        assertThat(club.engine.tasks).isEmpty();
    }

    @Test
    void where_no_smaller_copy_can_be_made_the_file_goes() throws Exception {
        environment.put("VULTR_COMPRESS", "true");
        connect();
        UUID video = video();
        UploadView upload = send(video);
        perform(upload);
        String task = club.engine.tasks.keySet().iterator().next();
        club.engine.taskStatuses.put(
                task, new TaskStatus(task, TaskState.FAILED, 0, new Reason("crashed", "it crashed"), null));

        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);

        arrivedOnce(video);
    }

    @Test
    void without_an_engine_to_look_at_the_file_nothing_is_tried() {
        UploadView upload = send(video());
        EngineSeam.gone(club.cameraEngine);

        assertThat(perform(upload)).contains(club.clock.instant().plusSeconds(5));
        assertThat(now(upload).attempts()).isZero();
        EngineSeam.back(club.cameraEngine, club.engine);
        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(now(upload).attempts()).isEqualTo(1);
    }

    @Test
    void when_courtside_ends_it_goes_on_afterwards_and_that_is_no_further_attempt() throws Exception {
        UUID video = video();
        UploadView upload = send(video);

        assertThat(perform(upload, true)).contains(club.clock.instant());
        assertThat(now(upload).status()).isEqualTo(UploadState.QUEUED);
        assertThat(toItsEnd(upload).attempts()).isEqualTo(1);
        arrivedOnce(video);
    }

    @Test
    void a_cancelled_upload_is_not_sent_and_can_be_asked_for_again() {
        UploadView upload = send(video());
        club.in(() -> desk.cancel(club.admin, upload.taskId()));

        assertThat(perform(upload)).isEmpty();
        assertThat(farm.asked()).isZero();
        assertThat(now(upload).status()).isEqualTo(UploadState.CANCELLED);
        assertThatThrownBy(() -> club.in(() -> desk.cancel(club.admin, upload.taskId())))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(409));

        club.in(() -> desk.retry(club.admin, upload.taskId()));
        assertThat(toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
    }

    @Test
    void who_asks_twice_sends_once() {
        UUID video = video();
        assertThat(send(video).taskId()).isEqualTo(send(video).taskId());
    }

    @Test
    void a_video_that_is_deleted_is_not_sent() {
        UUID video = video();
        UploadView upload = send(video);
        club.database.inTransaction(() -> club.database
                .entities()
                .createQuery("update Video v set v.deletedAt = :now where v.id = :id")
                .setParameter("now", club.clock.instant())
                .setParameter("id", video)
                .executeUpdate());
        club.database.entities().clear();

        assertThat(perform(upload)).isEmpty();
        assertThat(farm.asked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void what_was_recorded_goes_by_itself_once_where_the_installation_wants_that(String wanted, int sent) {
        environment.put("VULTR_AUTO_UPLOAD", wanted);
        connect();
        UUID video = video();

        for (int end = 0; end < 2; end++)
            club.database.inTransaction(() ->
                    automatic.recorded(new VideoRecorded(videos.find(video).orElseThrow())));

        assertThat(seen(club.admin)).hasSize(sent);
        assertThat(seen(club.admin)).allMatch(UploadView::automatic);
    }

    @Test
    void what_was_brought_and_is_processed_goes_to_who_keeps_it_and_not_to_who_processes() {
        environment.put("VULTR_AUTO_UPLOAD", "true");
        environment.put("BUNNY_STORAGE_ZONE", "zone");
        environment.put("BUNNY_STORAGE_KEY", "key");
        connect();
        UUID video = video();

        club.database.inTransaction(() -> automatic.processed(new WorkEnded(
                "job",
                UUID.randomUUID(),
                "convert",
                "done",
                club.club.id(),
                video,
                "Finale",
                null,
                null,
                Duration.ofMinutes(1),
                club.clock.instant())));

        assertThat(seen(club.admin)).extracting(UploadView::target).containsExactly(TargetKind.BUNNY_STORAGE);
    }

    @Test
    void without_a_target_that_is_said() {
        environment.remove("VULTR_API_URL");
        connect();
        UUID video = video();
        assertThat(refused(() -> desk.send(club.admin, video, null, null, Priority.LOW, true)))
                .isEqualTo(409);
        assertThat(health.known()).isEmpty();
    }

    @Test
    void the_line_is_not_taken_beyond_what_is_set() {
        environment.put("COURTSIDE_UPLOAD_MBIT", "24");
        connect();
        UploadView upload = send(video());
        long began = System.nanoTime();

        perform(upload);

        // 3 MB at 24 Mbit/s take a second.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(800));
        assertThat(now(upload).status()).isEqualTo(UploadState.REMOTE);
    }

    @Test
    void players_see_the_uploads_of_their_own_videos_and_change_none() {
        UUID video = video();
        UploadView upload = send(video);

        assertThat(seen(club.player)).hasSize(1);
        assertThat(seen(club.otherPlayer)).isEmpty();
        assertThat(seen(club.stranger)).isEmpty();
        assertThat(seen(club.admin)).hasSize(1);
        assertThat(refused(() -> desk.cancel(club.player, upload.taskId()))).isEqualTo(403);
        assertThat(refused(() -> desk.cancel(club.otherPlayer, upload.taskId())))
                .isEqualTo(404);
        assertThat(refused(() -> desk.view(club.stranger, upload.taskId()))).isEqualTo(404);
        assertThat(refused(() -> desk.send(club.player, video, null, null, Priority.LOW, true)))
                .isEqualTo(403);
    }

    private List<UploadView> seen(Caller by) {
        return club.in(() -> {
            List<UploadView> found = desk.search(by, Set.of(), 0, 10);
            assertThat(desk.count(by, Set.of())).isEqualTo(found.size());
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
    void what_a_backup_forgot_to_queue_is_queued_at_the_start_and_what_stands_still_can_be_pushed() {
        UploadView upload = send(video());
        queue.drop(UploadWork.NAME, upload.taskId());

        club.database.inTransaction(ledger::requeue);
        assertThat(queue.contains(UploadWork.NAME, upload.taskId())).isTrue();

        club.clock.passes(Duration.ofMinutes(20));
        assertThat(club.in(() -> ledger.recover(club.clock.instant()))).containsExactly(upload.taskId());
        assertThat(club.in(() -> new UploadHistory(uploads).underWay())).containsExactly(upload.videoId());
    }

    @Test
    void the_library_tells_where_a_video_was_sent() {
        UUID video = video();
        UploadView upload = toItsEnd(send(video));

        var told = club.in(() -> new UploadHistory(uploads).of(Set.of(video)));

        assertThat(told.get(video)).singleElement().satisfies(entry -> {
            assertThat(entry.taskId()).isEqualTo(upload.taskId().toString());
            assertThat(entry.remoteTaskId()).isEqualTo("task-1");
            assertThat(entry.status()).isEqualTo("done");
            assertThat(entry.automatic()).isFalse();
        });
    }
}
