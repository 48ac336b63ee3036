package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.court.CameraUrl;
import club.courtside.court.Club;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Opening and closing sessions: only on a camera that answers, never too many at once. */
@ApplicationScoped
public class SessionOpener {

    private final CourtAccess courts;
    private final Sessions sessions;
    private final SessionLedger ledger;
    private final SessionFeeds feeds;
    private final RecordingOrders orders;

    /** Held around the transaction, so that the limit holds for whoever comes at the same moment. */
    private final ReentrantLock opening = new ReentrantLock();

    @Inject
    public SessionOpener(
            CourtAccess courts, Sessions sessions, SessionLedger ledger, SessionFeeds feeds, RecordingOrders orders) {
        this.courts = courts;
        this.sessions = sessions;
        this.ledger = ledger;
        this.feeds = feeds;
        this.orders = orders;
    }

    protected SessionOpener() {
        this(null, null, null, null, null);
    }

    /**
     * On the cameras of a court. The main one must answer; the others are tried by themselves, and one that somebody uses
     * otherwise is left out. Pressed twice, the second press gets the open session.
     *
     * @param cameraId the only camera to open; null for all of the court
     * @throws ProblemException 404; 422 with the reason when the camera cannot be used; 409 when somebody else opened the
     *     court; 400 when too many sessions are open
     */
    public Outcome<Session> open(Caller caller, String courtIdOrSlug, String cameraId) {
        Court court = courts.court(caller, courtIdOrSlug);
        AngleChoice wanted = cameraId == null
                ? AngleChoice.all(courts.cameras(court))
                : AngleChoice.only(courts.camera(court, cameraId));
        Optional<Session> open = ledger.openOn(wanted, caller);
        if (open.isPresent()) return new Outcome<>(open.get(), false);
        orders.check(wanted.main());
        return held(oneAtATime(() -> ledger.open(wanted, caller)));
    }

    /**
     * On a camera that belongs to no court; for administrators.
     *
     * @param clubId where its recordings go; null when there is only one to choose
     * @throws ProblemException 400 with field {@code camera_url}, else as for a court
     */
    public Outcome<Session> openTrial(Caller caller, String cameraUrl, String clubId) {
        CameraUrl address = CameraUrl.parse("camera_url", cameraUrl);
        Club club = clubOfTrial(caller, clubId);
        Optional<Session> open = ledger.openOnTrial(address.text(), club, caller);
        if (open.isPresent()) return new Outcome<>(open.get(), false);
        feeds.check(address);
        TrialCamera camera = feeds.trialCamera(address);
        return held(oneAtATime(() -> ledger.open(camera, club, caller)));
    }

    private Club clubOfTrial(Caller caller, String clubId) {
        if (clubId != null) return courts.clubToRun(caller, clubId);
        List<Club> own = courts.clubs(caller).stream()
                .filter(club -> caller.isAdminOf(club.id()))
                .toList();
        if (own.isEmpty()) throw ProblemException.forbidden("only an administrator may try out a camera");
        if (own.size() > 1)
            throw ProblemException.badRequest("club_id", "name the club that this camera's recordings belong to");
        return own.get(0);
    }

    private Outcome<Session> oneAtATime(Supplier<Outcome<Session>> entry) {
        opening.lock();
        try {
            return entry.get();
        } finally {
            opening.unlock();
        }
    }

    private Outcome<Session> held(Outcome<Session> opened) {
        feeds.hold(opened.value());
        return opened;
    }

    /** @throws ProblemException 404 or 403, or 409 while it records */
    Session close(Caller caller, UUID sessionId) {
        return ledger.close(caller, sessionId);
    }

    /** @see SessionLedger#closeOnceEnded */
    void closeOnceEnded(UUID sessionId) {
        ledger.closeOnceEnded(sessionId);
    }

    /** @throws ProblemException 404 */
    public Session visible(Caller caller, UUID sessionId) {
        return sessions.find(sessionId)
                .filter(session -> caller.maySee(session.club().id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such session"));
    }

    /** @throws ProblemException 404 or 403 */
    public Session managed(Caller caller, UUID sessionId) {
        Session session = visible(caller, sessionId);
        if (!session.isManagedBy(caller)) throw ProblemException.forbidden("this session belongs to somebody else");
        return session;
    }

    /** The open ones that somebody may know of, newest first. */
    public List<Session> listOpen(Caller caller) {
        return caller.isSuperAdmin() ? sessions.open() : sessions.openInClubs(caller.clubs());
    }
}
