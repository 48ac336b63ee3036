package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.court.SubtitleModel;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.library.Shares;
import club.courtside.library.Video;
import club.courtside.library.VideoAccess;
import club.courtside.library.VideoFiles;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.session.TestClub;
import club.courtside.settings.Settings;
import club.courtside.support.FakeEngine;
import club.courtside.support.FiredEvents;
import club.courtside.support.ProcessingFarm;
import club.courtside.upload.target.Bandwidth;
import club.courtside.upload.target.Bucket;
import club.courtside.upload.target.BucketDoor;
import club.courtside.upload.target.BucketLinks;
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

/** The uploads of a {@link TestClub}, to a {@link ProcessingFarm} that does what it is told. */
final class TestUploads implements AutoCloseable {

    static final int BYTES = 3_000_000;

    private final Path folder;
    final ProcessingFarm farm = new ProcessingFarm();
    final FiredEvents<WorkEnded> endings = new FiredEvents<>();
    final Map<String, String> environment = new HashMap<>();
    final TestClub club;
    Videos videos;
    VideoFiles files;
    Uploads rows;
    WorkQueue queue;
    UploadLedger ledger;
    UploadWork work;
    UploadDesk desk;
    AutomaticUploads automatic;
    TargetHealth health;
    BucketCopies copies;

    TestUploads(Path folder) {
        this.folder = folder;
        this.club = new TestClub(folder);
        environment.put("VULTR_API_URL", farm.address());
        environment.put("VULTR_API_KEY", ProcessingFarm.KEY);
        connect();
    }

    /** Anew, with what {@link #environment} says now. */
    void connect() {
        var settings = new CurrentSettings(new Settings(new Properties(), environment, folder));
        var limits = new TargetSettings(settings);
        var bandwidth = new Bandwidth(limits);
        var line = new Line(limits);
        var server = new ProcessingServer(limits, line, new Tus(line, bandwidth, club.clock), bandwidth, club.clock);
        var door = new BucketDoor(limits);
        var targets = new UploadTargets(List.of(
                server, new Bucket(door, line, bandwidth), new BunnyStorage(limits, line, bandwidth, club.clock)));
        var entities = club.database.entities();
        videos = new Videos(entities);
        files = new VideoFiles(club.data);
        rows = new Uploads(entities);
        queue = new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock);
        ledger = new UploadLedger(
                rows, videos, new UploadResults(files), queue, settings, club.clock, club.updates, endings);
        var compression = new Compression(files, club.cameraEngine, settings);
        work = new UploadWork(
                ledger,
                new Parcels(files, club.recordings, ledger, club.cameraEngine, compression),
                compression,
                targets,
                club.clock);
        desk = new UploadDesk(
                rows, ledger, targets, new VideoAccess(videos, new Shares(entities)), club.audit, club.clock);
        automatic = new AutomaticUploads(ledger, targets, videos, club.recordings, settings);
        health = new TargetHealth(targets, club.clock);
        copies = new BucketCopies(rows, new BucketLinks(door), files, new Withdrawal(rows, queue, targets));
    }

    @Override
    public void close() {
        farm.close();
        club.close();
    }

    UUID video() {
        return video(BYTES);
    }

    UUID video(int bytes) {
        return video(UUID.randomUUID(), bytes);
    }

    /** @param id that of its recording, where there is one */
    UUID video(UUID id, int bytes) {
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

    Path file(UUID video) {
        return club.data.root().resolve("videos/" + club.club.id() + "/" + video + ".mp4");
    }

    UploadView send(UUID video) {
        return club.in(() ->
                desk.send(club.admin, video, TargetKind.PROCESSING_SERVER, SubtitleModel.SMALL, Priority.HIGH, true));
    }

    Optional<Instant> perform(UploadView upload) {
        return perform(upload, false);
    }

    /** As a worker does: outside any transaction. */
    Optional<Instant> perform(UploadView upload, boolean stopping) {
        return club.in(() -> work.perform(upload.taskId(), () -> stopping));
    }

    UploadView now(UploadView upload) {
        return club.in(() -> desk.view(club.admin, upload.taskId()));
    }

    /** As the queue does, until nothing is left to do; time passes as it has to. */
    UploadView toItsEnd(UploadView upload) {
        for (int steps = 0; steps < 40; steps++) {
            Optional<Instant> next = perform(upload);
            if (next.isEmpty()) return now(upload);
            if (next.get().isAfter(club.clock.instant()))
                club.clock.passes(Duration.between(club.clock.instant(), next.get()));
        }
        throw new AssertionError("it does not end: " + now(upload));
    }

    void arrivedOnce(UUID video) throws Exception {
        assertThat(farm.received()).singleElement().satisfies(received -> {
            assertThat(received.bytes()).isEqualTo(Files.size(file(video)));
            assertThat(received.sha256()).isEqualTo(sha256(file(video)));
        });
        assertThat(file(video)).exists();
    }

    static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    List<UploadView> seen(Caller by) {
        return club.in(() -> {
            List<UploadView> found = desk.search(by, Set.of(), 0, 10);
            assertThat(desk.count(by, Set.of())).isEqualTo(found.size());
            return found;
        });
    }
}
