package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.ClubLeaving;
import club.courtside.court.Clubs;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written down about videos whose files were looked at or go away, each entry one short transaction. Every entry
 * looks once more at row and file: both may have changed since somebody found them to differ.
 */
@ApplicationScoped
@Transactional
public class VideoLedger {

    private final Videos videos;
    private final VideoAccess access;
    private final VideoFiles files;
    private final VideoUploads uploads;
    private final Recordings recordings;
    private final Clubs clubs;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Audit audit;

    @Inject
    public VideoLedger(
            Videos videos,
            VideoAccess access,
            VideoFiles files,
            VideoUploads uploads,
            Recordings recordings,
            Clubs clubs,
            Clock clock,
            Event<LiveUpdate> updates,
            Audit audit) {
        this.videos = videos;
        this.access = access;
        this.files = files;
        this.uploads = uploads;
        this.recordings = recordings;
        this.clubs = clubs;
        this.clock = clock;
        this.updates = updates;
        this.audit = audit;
    }

    protected VideoLedger() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** The file is not there. */
    void lost(UUID videoId) {
        videos.find(videoId)
                .filter(video -> !video.isRecording() && !video.isAway() && !files.exists(video.file()))
                .ifPresent(video -> {
                    video.lost();
                    tell("video_changed", video);
                });
    }

    void unreadable(UUID videoId) {
        videos.find(videoId).filter(video -> !video.isRecording()).ifPresent(video -> {
            video.unreadable(files.size(video.file()));
            tell("video_changed", video);
        });
    }

    void examined(UUID videoId, MediaInfo found) {
        videos.find(videoId).filter(video -> !video.isRecording()).ifPresent(video -> {
            // A crash may have come before it was written down that a compact copy is there.
            recordings.find(videoId).ifPresent(recording -> recording.hasBecome(found.bytes(), clock.instant()));
            video.examined(found, isAsRecorded(video.id(), found.bytes()));
            tell("video_changed", video);
        });
    }

    /** As far as a size can tell; what was not recorded here, or not to its end, can be as it likes. */
    private boolean isAsRecorded(UUID videoId, long bytes) {
        long recorded = recordings
                .find(videoId)
                .map(recording -> recording.delivery().bytes())
                .orElse(0L);
        return recorded == 0 || recorded == bytes;
    }

    /** What a crash had left of its file is an ordinary MP4 now. */
    void finished(UUID recordingId, RecordingStatus file) {
        recordings
                .find(recordingId)
                .filter(Recording::hasEnded)
                .ifPresent(recording -> recording.fileIsNow(file.bytes(), file.sha256()));
    }

    void fingerprinted(UUID recordingId, String sha256) {
        recordings
                .find(recordingId)
                .filter(recording -> recording.hasEnded() && recording.sha256() == null)
                .ifPresent(recording -> recording.fileIsNow(files.size(recording.file()), sha256));
    }

    /** The file of a recording whose video the library does not have. */
    void takeIn(UUID recordingId, MediaInfo found) {
        if (videos.known(recordingId).isPresent()) return;
        recordings.find(recordingId).filter(Recording::hasEnded).ifPresent(recording -> {
            Video video = new Video(recording, clock.instant());
            video.examined(found, isAsRecorded(recordingId, found.bytes()));
            videos.add(video);
            tell("video_added", video);
        });
    }

    /** A file that somebody put into a club's folder. */
    void takeIn(UUID clubId, String file, String title, Instant filmedAt, MediaInfo found) {
        if (videos.withFile(file).isPresent()) return;
        clubs.byId(clubId).ifPresent(club -> {
            Video video = new Video(club, file, title, filmedAt, clock.instant());
            video.examined(found, true);
            videos.add(video);
            tell("video_added", video);
        });
    }

    /**
     * Its file may go from here: another place has it, and has said so.
     *
     * @return false when it shall stay after all
     */
    public boolean movedAway(UUID videoId) {
        Optional<Video> video = videos.find(videoId).filter(Video::isReady);
        video.ifPresent(found -> {
            found.movedAway();
            tell("video_changed", found);
        });
        return video.isPresent();
    }

    void thumbnailLost(UUID videoId) {
        videos.find(videoId).ifPresent(video -> video.pictures().thumbnailLost());
    }

    void stripLost(UUID videoId) {
        videos.find(videoId).ifPresent(video -> {
            video.pictures().stripLost();
            tell("video_changed", video);
        });
    }

    /**
     * From now on nobody sees it.
     *
     * @throws ProblemException 404, 403, or 409 while it records
     */
    void delete(Caller caller, UUID videoId) {
        Video video = access.deletable(caller, videoId);
        if (video.isRecording()) throw ProblemException.conflict("this video is still being recorded; stop it first");
        audit.tells(caller, AuditAction.VIDEO_DELETED, video.club().id(), videoId, video.title());
        delete(video);
    }

    /** As retention does; not when somebody has just marked it so that it is kept, or sent it on its way. */
    boolean deleteUnlessKept(UUID videoId) {
        Optional<Video> video = videos.find(videoId)
                .filter(found -> !found.isKept() && !found.isRecording())
                .filter(found -> !uploads.underWay().contains(found.id()));
        video.ifPresent(this::delete);
        return video.isPresent();
    }

    private void delete(Video video) {
        video.deleted(clock.instant());
        tell("video_deleted", video);
    }

    /** One whose files are to go. */
    Optional<Video> deleted(UUID videoId) {
        return videos.known(videoId).filter(Video::isDeleted);
    }

    void remove(UUID videoId) {
        deleted(videoId).ifPresent(videos::remove);
    }

    /** A club's videos go with it; their files within the hour. */
    void clubLeaves(@Observes ClubLeaving event) {
        Shelf shelf = videos.shelf(event.clubId());
        if (shelf.videos() > 0)
            event.loses(String.format(
                    Locale.ROOT,
                    "%d %s (%.1f GB)",
                    shelf.videos(),
                    shelf.videos() == 1 ? "video" : "videos",
                    shelf.bytes() / 1e9));
        if (event.isConfirmed()) videos.deleteAll(event.clubId(), clock.instant());
    }

    private void tell(String event, Video video) {
        updates.fire(new LiveUpdate(event, video.club().id(), VideoView.ownerId(video), VideoView.of(video)));
    }
}
