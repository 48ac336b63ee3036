package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Camera;
import club.courtside.court.CameraLeaving;
import club.courtside.court.Cameras;
import club.courtside.court.Club;
import club.courtside.court.ClubLeaving;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What is written down about sessions, each entry one short transaction; the engine is never called inside. */
@ApplicationScoped
@Transactional
public class SessionLedger {

    private final EntityManager entities;
    private final Sessions sessions;
    private final Cameras cameras;
    private final Recordings recordings;
    private final Clock clock;
    private final Event<Object> events;
    private final CurrentSettings settings;

    /** Whose court was given back while the last recording was still being finished; forgotten when idle ones close. */
    private final Set<UUID> leaving = ConcurrentHashMap.newKeySet();

    @Inject
    public SessionLedger(
            EntityManager entities,
            Sessions sessions,
            Cameras cameras,
            Recordings recordings,
            Clock clock,
            Event<Object> events,
            CurrentSettings settings) {
        this.entities = entities;
        this.sessions = sessions;
        this.cameras = cameras;
        this.recordings = recordings;
        this.clock = clock;
        this.events = events;
        this.settings = settings;
    }

    protected SessionLedger() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * The session that is open on the wanted camera and belongs to whoever asks. That of somebody else whose match is
     * over does not count: nobody uses it any more.
     *
     * @throws ProblemException 409 when it belongs to somebody else or has other angles than the one asked for, 400 when
     *     there is none and too many others are open
     */
    public Optional<Session> openOn(AngleChoice wanted, Caller caller) {
        Optional<Session> open = sessions.openOnCamera(wanted.main().id());
        if (open.isEmpty()) {
            checkRoom();
            return open;
        }
        Session session = open.get();
        if (!session.isManagedBy(caller)) {
            if (isOver(session)) return Optional.empty();
            throw ProblemException.conflict("somebody else has opened this court");
        }
        if (!wanted.isMetBy(session))
            throw ProblemException.conflict("this camera is an angle of a session that is open on its court");
        return open;
    }

    /** Something was recorded in it, and nothing is. */
    private boolean isOver(Session session) {
        return recordings.latestTakeIn(session.id()).filter(Take::hasEnded).isPresent();
    }

    /** The same for a camera that belongs to no court. */
    public Optional<Session> openOnTrial(String url, Club club, Caller caller) {
        Optional<Session> open = sessions.openOnUrl(club.id(), url).filter(session -> session.isManagedBy(caller));
        if (open.isEmpty()) checkRoom();
        return open;
    }

    private void checkRoom() {
        int mostOpen = settings.mostSessions();
        if (sessions.countOpen() >= mostOpen)
            throw new ProblemException(new Problem(
                    null,
                    null,
                    400,
                    "at most " + mostOpen + " sessions can be open at the same time; close one first",
                    null,
                    "too_many_sessions"));
    }

    /** Called by one thread at a time. */
    public Outcome<Session> open(AngleChoice wanted, Caller caller) {
        return openOn(wanted, caller)
                .map(open -> new Outcome<>(open, false))
                .orElseGet(() -> opened(new Session(free(wanted), user(caller), clock.instant())));
    }

    /** The main camera, and those of the others that nobody uses otherwise. */
    private List<Camera> free(AngleChoice wanted) {
        List<Camera> free = wanted.cameras().stream()
                .flatMap(camera -> cameras.byIdLocked(camera.id()).stream())
                .filter(camera -> isLeft(camera.id()))
                .toList();
        if (free.isEmpty() || !free.get(0).id().equals(wanted.main().id()))
            throw ProblemException.conflict("somebody else has opened this court");
        return free;
    }

    /** Whether no session has this camera any more; one that is over is closed now. */
    private boolean isLeft(UUID cameraId) {
        Optional<Session> open = sessions.openOnCamera(cameraId);
        boolean left = open.isEmpty() || isOver(open.get()) && closeUnlessStarted(open.get());
        entities.flush();
        return left;
    }

    /** Called by one thread at a time. */
    public Outcome<Session> open(TrialCamera camera, Club club, Caller caller) {
        return openOnTrial(camera.url(), club, caller)
                .map(open -> new Outcome<>(open, false))
                .orElseGet(() -> opened(
                        new Session(camera, entities.find(Club.class, club.id()), user(caller), clock.instant())));
    }

    private User user(Caller caller) {
        return entities.find(User.class, caller.id());
    }

    private Outcome<Session> opened(Session session) {
        sessions.add(session);
        tell("session_opened", session);
        return new Outcome<>(session, true);
    }

    /** @throws ProblemException 404 or 403 */
    public Session close(Caller caller, UUID sessionId) {
        Session session = sessions.findLocked(sessionId)
                .filter(found -> caller.maySee(found.club().id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such session"));
        if (!session.isManagedBy(caller)) throw ProblemException.forbidden("this session belongs to somebody else");
        if (recordings.isRunningIn(sessionId)) throw ProblemException.conflict("this session is still recording");
        close(session);
        return session;
    }

    /** As soon as nothing is recorded in it any more: who records by itself takes a moment to finish. */
    public void closeOnceEnded(UUID sessionId) {
        sessions.findLocked(sessionId).ifPresent(session -> {
            leaving.add(sessionId);
            closeIfLeft(session);
        });
    }

    void recordingEnded(@Observes RecordingEnded event) {
        closeIfLeft(event.recording().session());
    }

    private void closeIfLeft(Session session) {
        if (!leaving.contains(session.id()) || recordings.isRunningIn(session.id())) return;
        leaving.remove(session.id());
        close(session);
    }

    /**
     * Closes what nobody has used for a while.
     *
     * @param watchedFeeds feeds with viewers at this moment
     * @param clubs only these; null for all
     * @return the closed ones
     */
    public List<Session> closeIdle(Set<UUID> watchedFeeds, Duration longest, Set<UUID> clubs) {
        Instant now = clock.instant();
        List<Session> open = clubs == null ? sessions.open() : sessions.openInClubs(clubs);
        for (Session session : open) {
            boolean inUse =
                    session.feedIds().stream().anyMatch(watchedFeeds::contains) || recordings.isRunningIn(session.id());
            if (inUse) session.usedAt(now);
        }
        List<Session> idle =
                open.stream().filter(session -> session.isIdle(now, longest)).toList();
        return idle.stream().filter(this::closeUnlessStarted).toList();
    }

    /** Somebody may have pressed start since we looked. */
    private boolean closeUnlessStarted(Session idle) {
        Session session = sessions.findLocked(idle.id()).orElse(idle);
        if (!session.isOpen() || recordings.isRunningIn(session.id())) return false;
        close(session);
        return true;
    }

    private void close(Session session) {
        if (!session.isOpen()) return;
        leaving.remove(session.id());
        session.close(clock.instant());
        events.fire(new SessionClosed(session));
        tell("session_closed", session);
    }

    /** While a session is open, its cameras stay. */
    void cameraLeaves(@Observes CameraLeaving event) {
        Optional<Session> open = sessions.openOnCamera(event.cameraId());
        open.ifPresent(session -> {
            throw stillUsed("a session is open on this camera; close it first");
        });
    }

    void clubLeaves(@Observes ClubLeaving event) {
        if (!sessions.openInClubs(Set.of(event.clubId())).isEmpty())
            throw stillUsed("a session is open in this club; close it first");
    }

    private static ProblemException stillUsed(String detail) {
        return new ProblemException(new Problem(null, null, 409, detail, null, "session_open"));
    }

    private void tell(String event, Session session) {
        events.fire(new LiveUpdate(event, session.club().id(), null, SessionView.of(session)));
    }
}
