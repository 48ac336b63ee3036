package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.RenditionFormat;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.session.RecordingView;
import club.courtside.session.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The library as one person may see and change it. Whatever they may not know of does not exist: 404. */
@ApplicationScoped
@Transactional
public class Library {

    private final Videos videos;
    private final Shares shares;
    private final VideoAccess access;
    private final Markers markers;
    private final Renditions renditions;
    private final StoredVideos stored;
    private final VideoUploads uploads;
    private final Recordings recordings;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Audit audit;

    @Inject
    public Library(
            Videos videos,
            Shares shares,
            VideoAccess access,
            Markers markers,
            Renditions renditions,
            StoredVideos stored,
            VideoUploads uploads,
            Recordings recordings,
            Clock clock,
            Event<LiveUpdate> updates,
            Audit audit) {
        this.videos = videos;
        this.shares = shares;
        this.access = access;
        this.markers = markers;
        this.renditions = renditions;
        this.stored = stored;
        this.uploads = uploads;
        this.recordings = recordings;
        this.clock = clock;
        this.updates = updates;
        this.audit = audit;
    }

    protected Library() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    public List<VideoCard> search(Caller caller, VideoQuery query, int first, int size) {
        return videos.search(caller, query, first, size).stream()
                .map(video -> VideoCard.of(video, caller))
                .toList();
    }

    public long count(Caller caller, VideoQuery query) {
        return videos.count(caller, query);
    }

    public VideoDetails details(Caller caller, UUID videoId) {
        Video video = access.watchable(caller, videoId);
        RecordingView recording = video.recordingId() == null
                ? null
                : recordings
                        .find(video.recordingId())
                        .map(found -> RecordingView.of(found, clock.instant()))
                        .orElse(null);
        List<Video> match = ofOneMatch(caller, video);
        List<VideoAngle> angles = match.size() < 2
                ? List.of()
                : match.stream().map(other -> VideoAngle.of(other, video)).toList();
        return VideoDetails.of(video, recording, angles, markers.of(video), renditions.of(List.of(video)), caller);
    }

    public VideoView rename(Caller caller, UUID videoId, String title) {
        Video video = access.changeable(caller, videoId);
        String before = video.title();
        video.rename(title);
        audit.tells(caller, AuditAction.VIDEO_RENAMED, video.club().id(), videoId, before, video.title());
        return changed(video);
    }

    /** Never removed by itself, or no longer so. */
    public VideoView keep(Caller caller, UUID videoId, boolean kept) {
        Video video = access.changeable(caller, videoId);
        video.keep(kept);
        audit.tells(
                caller,
                kept ? AuditAction.VIDEO_KEPT : AuditAction.VIDEO_UNKEPT,
                video.club().id(),
                videoId,
                video.title());
        return changed(video);
    }

    /** @throws ProblemException 404, also for what was not recorded here */
    CertificateView certificate(Caller caller, UUID videoId) {
        VideoDetails video = details(caller, videoId);
        if (video.recording() == null)
            throw ProblemException.notFound("this video was not recorded here and has no certificate");
        return CertificateView.of(video);
    }

    /** What is needed to hand out a file. */
    StoredVideo stored(Caller caller, UUID videoId) {
        return stored.of(access.watchable(caller, videoId));
    }

    /** @throws ProblemException 404 when it has no such copy */
    public Path rendition(Caller caller, UUID videoId, RenditionFormat format) {
        Video video = access.watchable(caller, videoId);
        return stored.rendition(video, format);
    }

    /** Writes down that somebody looks at it or takes it away; once an hour. */
    public void handedOut(Caller caller, UUID videoId, AuditAction how) {
        Video video = access.watchable(caller, videoId);
        audit.tellsOnceAnHour(caller, how, video.club().id(), videoId, video.title());
    }

    /**
     * The video that an id in an address means: a video's own, or that of a session with one video.
     *
     * @throws ProblemException 404, or 409 when the session has several
     */
    public UUID meantBy(Caller caller, UUID videoOrSessionId) {
        if (videos.find(videoOrSessionId).isPresent()) return videoOrSessionId;
        List<Video> inSession = access.watchable(caller, videos.inSession(videoOrSessionId));
        if (inSession.isEmpty()) throw ProblemException.notFound("there is no such video");
        if (inSession.size() > 1)
            throw ProblemException.conflict(
                    "this session has " + inSession.size() + " videos; name one of them by its own id");
        return inSession.get(0).id();
    }

    public Page<VideoView> list(Caller caller, VideoQuery query, int page, int size) {
        List<Video> found = videos.search(caller, query, (page - 1) * size, size);
        List<Video> beside = watchableBeside(caller, found);
        List<Marker> moments = markers.of(found);
        List<Rendition> copies = renditions.of(found);
        Map<UUID, List<VideoUpload>> sent =
                uploads.of(found.stream().map(Video::id).toList());
        List<VideoView> views = found.stream()
                .map(video -> view(video, beside, moments, copies, sent))
                .toList();
        return new Page<>(views, page, size, total(caller, query, page, size, found.size()));
    }

    /** A page that is not full tells how many there are; counting costs more than the page. */
    private long total(Caller caller, VideoQuery query, int page, int size, int found) {
        boolean told = found < size && (found > 0 || page == 1);
        return told ? (page - 1L) * size + found : videos.count(caller, query);
    }

    public VideoView view(Caller caller, UUID videoId) {
        // First, so that an upload that has just ended is not told without what it has brought.
        Map<UUID, List<VideoUpload>> sent = uploads.of(Set.of(videoId));
        Video video = access.watchable(caller, videoId);
        return view(
                video, watchableBeside(caller, List.of(video)), markers.of(video), renditions.of(List.of(video)), sent);
    }

    private static VideoView view(
            Video video,
            List<Video> others,
            List<Marker> moments,
            List<Rendition> copies,
            Map<UUID, List<VideoUpload>> sent) {
        return VideoView.of(
                video,
                moments.stream()
                        .filter(marker -> marker.isOf(video))
                        .map(marker -> MarkerView.of(marker, video.startedAt()))
                        .toList(),
                others.stream()
                        .filter(other -> other.isAngleBeside(video))
                        .map(other -> VideoAngle.of(other, video))
                        .toList(),
                copies.stream()
                        .filter(copy -> copy.isOf(video))
                        .map(RenditionView::of)
                        .toList(),
                sent.getOrDefault(video.id(), List.of()));
    }

    /** This one and its other angles, the main one first. */
    private List<Video> ofOneMatch(Caller caller, Video video) {
        return watchableBeside(caller, List.of(video)).stream()
                .filter(other -> other.id().equals(video.id()) || other.isAngleBeside(video))
                .toList();
    }

    /** What the sessions of these videos have brought. */
    private List<Video> watchableBeside(Caller caller, List<Video> some) {
        Set<UUID> sessions =
                some.stream().map(Video::sessionId).filter(Objects::nonNull).collect(Collectors.toSet());
        return access.watchable(caller, videos.inSessions(sessions));
    }

    private VideoView changed(Video video) {
        VideoView view = VideoView.of(video);
        updates.fire(new LiveUpdate(
                "video_changed", video.club().id(), VideoView.ownerId(video), shares.players(video), view));
        return view;
    }
}
