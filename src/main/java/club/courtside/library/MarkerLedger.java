package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.court.Court;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import club.courtside.session.Session;
import club.courtside.session.Sessions;
import club.courtside.session.Take;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Marking moments, while they are recorded or watched. */
@ApplicationScoped
@Transactional
public class MarkerLedger {

    /** Of one match; more is a stuck key. */
    static final int MOST = 500;

    private final EntityManager entities;
    private final Markers markers;
    private final Videos videos;
    private final Shares shares;
    private final VideoAccess access;
    private final Sessions sessions;
    private final Recordings recordings;
    private final Clock clock;
    private final Event<LiveUpdate> updates;

    @Inject
    public MarkerLedger(
            EntityManager entities,
            Markers markers,
            Videos videos,
            Shares shares,
            VideoAccess access,
            Sessions sessions,
            Recordings recordings,
            Clock clock,
            Event<LiveUpdate> updates) {
        this.entities = entities;
        this.markers = markers;
        this.videos = videos;
        this.shares = shares;
        this.access = access;
        this.sessions = sessions;
        this.recordings = recordings;
        this.clock = clock;
        this.updates = updates;
    }

    protected MarkerLedger() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** @throws ProblemException 404 */
    public List<MarkerView> list(Caller caller, UUID videoId) {
        Video video = access.watchable(caller, videoId);
        return MarkerView.of(markers.of(video), video.startedAt());
    }

    /**
     * A moment of a video.
     *
     * @param seconds from its beginning
     * @throws ProblemException 404, 403, 400 naming {@code seconds} or {@code label}, 409 when there are too many
     */
    public MarkerView mark(Caller caller, UUID videoId, double seconds, String label) {
        Video video = access.changeable(caller, videoId);
        if (!(seconds >= 0 && seconds <= lengthOf(video)))
            throw ProblemException.badRequest("seconds", "the moment lies outside of the video");
        checkRoom(markers.of(video));
        return added(new Marker(video, seconds, new MarkerLabel(label), user(caller)), video);
    }

    /** What is written down of a growing one is some seconds old. */
    private double lengthOf(Video video) {
        return video.isRecording()
                ? Duration.between(video.startedAt(), clock.instant()).toMillis() / 1000.0
                : video.durationSeconds();
    }

    /**
     * This moment of what a session records, in all of its angles.
     *
     * @throws ProblemException 404, 403, 400 naming {@code label}, 409 when nothing is being recorded
     */
    public MarkerView markNow(Caller caller, UUID sessionId, String label) {
        Instant now = clock.instant();
        Session session = sessions.find(sessionId)
                .filter(found -> caller.maySee(found.club().id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such session"));
        Take take = recordings
                .runningTakeIn(sessionId)
                .orElseThrow(() -> ProblemException.conflict("nothing is being recorded in this session"));
        if (!take.isManagedBy(caller)) throw ProblemException.forbidden("this recording belongs to somebody else");
        checkRoom(markers.ofTake(sessionId, take.number()));
        Marker marker = new Marker(session, take.number(), now, new MarkerLabel(label), user(caller));
        markers.add(marker);
        tell(
                session.club(),
                session,
                session.court(),
                take.number(),
                take.main().startedBy());
        return MarkerView.of(marker, beginningOf(take.main()));
    }

    private static Instant beginningOf(Recording recording) {
        return recording.startedAt() == null ? recording.requestedAt() : recording.startedAt();
    }

    private static void checkRoom(List<Marker> before) {
        if (before.size() >= MOST)
            throw new ProblemException(new Problem(
                    null,
                    null,
                    409,
                    "a match has at most " + MOST + " moments; delete one first",
                    null,
                    "too_many_moments"));
    }

    /** @throws ProblemException 404, 403, or 400 naming {@code label} */
    public MarkerView rename(Caller caller, UUID videoId, UUID markerId, String label) {
        Video video = access.changeable(caller, videoId);
        Marker marker = marker(video, markerId);
        marker.rename(new MarkerLabel(label));
        tell(video);
        return MarkerView.of(marker, video.startedAt());
    }

    /** @throws ProblemException 404 or 403 */
    public void remove(Caller caller, UUID videoId, UUID markerId) {
        Video video = access.changeable(caller, videoId);
        markers.remove(marker(video, markerId));
        tell(video);
    }

    private Marker marker(Video video, UUID markerId) {
        return markers.find(markerId)
                .filter(found -> found.isOf(video))
                .orElseThrow(() -> ProblemException.notFound("there is no such marker"));
    }

    private MarkerView added(Marker marker, Video video) {
        markers.add(marker);
        tell(video);
        return MarkerView.of(marker, video.startedAt());
    }

    private User user(Caller caller) {
        return entities.find(User.class, caller.id());
    }

    private void tell(Video video) {
        if (video.session() == null) tell(video.club(), null, video.court(), List.of(video), video.owner());
        else tell(video.club(), video.session(), video.court(), video.take(), video.owner());
    }

    private void tell(Club club, Session session, Court court, int take, User owner) {
        List<Video> angles = videos.inSession(session.id()).stream()
                .filter(video -> video.take() == take)
                .toList();
        tell(club, session, court, angles, owner);
    }

    private void tell(Club club, Session session, Court court, List<Video> angles, User owner) {
        MarkersChanged change = new MarkersChanged(
                session == null ? null : session.id(),
                court == null ? null : court.id(),
                angles.stream().map(Video::id).toList());
        Set<UUID> others = angles.isEmpty() ? Set.of() : shares.players(angles.get(0));
        updates.fire(new LiveUpdate("markers_changed", club.id(), owner == null ? null : owner.id(), others, change));
    }
}
