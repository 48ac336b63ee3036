package club.courtside.library;

import club.courtside.account.Users;
import club.courtside.court.ClubLeaving;
import club.courtside.court.Clubs;
import club.courtside.court.EngineSeam;
import club.courtside.session.Recording;
import club.courtside.session.RecordingEnded;
import club.courtside.session.RecordingProgressed;
import club.courtside.session.RecordingStarted;
import club.courtside.session.TestClub;
import club.courtside.support.FiredEvents;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The library of a {@link TestClub}, with a player's open session to record in. */
public final class TestLibrary implements AutoCloseable {

    public final TestClub club;
    public final Videos videos;
    final Shares shares;
    public final VideoAccess access;
    final ShareLinks links;
    final ShareLedger sharing;
    final SharedVideos shared;
    final Markers markers;
    final MarkerLedger marking;
    public final VideoFiles files;
    final Renditions renditions;
    /** Videos on their way to somewhere else. */
    public final Set<UUID> travelling = new HashSet<>();

    /** Whether what lies elsewhere can be deleted. */
    boolean bucketAnswers = true;

    public final VideoUploads uploads;
    final Library library;
    public final VideoLedger ledger;
    final VideoDeletion deletion;
    public final VideoReconciliation reconciliation;
    final RetentionPlan plan;
    final Retention retention;
    final UUID session;

    public TestLibrary(Path folder) {
        club = new TestClub(folder);
        videos = new Videos(club.database.entities());
        shares = new Shares(club.database.entities());
        access = new VideoAccess(videos, shares);
        markers = new Markers(club.database.entities());
        files = new VideoFiles(club.data);
        renditions = new Renditions(club.database.entities());
        uploads = new VideoUploads() {
            @Override
            public Map<UUID, List<VideoUpload>> of(Collection<UUID> videoIds) {
                return Map.of();
            }

            @Override
            public Set<UUID> underWay() {
                return travelling;
            }
        };
        RemoteCopies copies = new RemoteCopies() {
            @Override
            public Optional<URI> toWatch(Video video) {
                return Optional.of(URI.create("https://bucket.example/" + video.id()));
            }

            @Override
            public Optional<URI> toDownload(Video video, String fileName) {
                return Optional.of(URI.create("https://bucket.example/" + video.id() + "?download"));
            }

            @Override
            public boolean delete(Video video) {
                return bucketAnswers;
            }
        };
        StoredVideos stored = new StoredVideos(files, renditions, markers, copies);
        library = new Library(
                videos,
                shares,
                access,
                markers,
                renditions,
                stored,
                uploads,
                club.recordings,
                club.clock,
                club.updates,
                club.audit);
        RecordedVideos recorded = new RecordedVideos(videos, files, club.clock, club.updates, new FiredEvents<>());
        club.events.observe(RecordingStarted.class, recorded::started);
        club.events.observe(RecordingProgressed.class, recorded::progressed);
        club.events.observe(RecordingEnded.class, recorded::ended);
        Clubs clubs = new Clubs(club.database.entities());
        ledger = new VideoLedger(
                videos, access, files, uploads, club.recordings, clubs, club.clock, club.updates, club.audit);
        club.events.observe(ClubLeaving.class, ledger::clubLeaves);
        deletion = new VideoDeletion(ledger, files, copies);
        reconciliation = new VideoReconciliation(
                club.data,
                club.database.source(),
                ledger,
                files,
                deletion,
                EngineSeam.connected(club.engine),
                club.clock);
        plan = new RetentionPlan(videos, uploads, club.clock);
        retention = new Retention(clubs, plan, ledger, deletion, club.data);
        marking = new MarkerLedger(
                club.database.entities(),
                markers,
                videos,
                shares,
                access,
                club.sessions,
                club.recordings,
                club.clock,
                club.updates);
        links = new ShareLinks(new byte[32]);
        sharing = new ShareLedger(
                shares, links, access, new Users(club.database.entities()), club.clock, club.updates, club.audit);
        shared = new SharedVideos(shares, links, markers, stored, videos, club.clock);
        session = club.open(club.player);
    }

    /** A match of 12 s that was stopped. */
    public UUID record() {
        return record(session);
    }

    /** @return the main angle's */
    UUID record(UUID inSession) {
        club.start(club.player, inSession, 60);
        return club.stop(club.player, inSession).id();
    }

    public Recording recording(UUID id) {
        return club.recordings.find(id).orElseThrow();
    }

    public Video video(UUID id) {
        club.database.entities().clear();
        return videos.find(id).orElseThrow();
    }

    public Path file(UUID id) {
        return files.of(video(id));
    }

    public void in(Runnable work) {
        club.database.inTransaction(work);
    }

    @Override
    public void close() {
        club.close();
    }
}
