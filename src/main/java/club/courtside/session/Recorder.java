package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starting, stopping and extending recordings. What shall happen is written down first and then told to the engine; when
 * no engine answers it is told as soon as one does.
 */
@ApplicationScoped
public class Recorder {

    private static final Logger LOG = Logger.getLogger(Recorder.class.getName());

    private final SessionOpener opener;
    private final Sessions sessions;
    private final RecordingLedger ledger;
    private final EngineOrders engine;
    private final DiskSpace disk;

    @Inject
    public Recorder(
            SessionOpener opener, Sessions sessions, RecordingLedger ledger, EngineOrders engine, DiskSpace disk) {
        this.opener = opener;
        this.sessions = sessions;
        this.ledger = ledger;
        this.engine = engine;
        this.disk = disk;
    }

    protected Recorder() {
        this(null, null, null, null, null);
    }

    /**
     * Starts a recording in an open session. Pressed twice, the second press gets the running one.
     *
     * @throws ProblemException 404, 403, 409 when something else runs, 422 when the engine refuses, 507 when the disk is
     *     too full
     */
    public Outcome<Recording> start(Caller caller, UUID sessionId, StartRequest request) {
        Session session = opener.managed(caller, sessionId);
        if (!ledger.isRunning(sessionId))
            disk.check(session.club().id(), request.minutesOr(session.club()), engine.measuredRate(session.feedId()));
        Outcome<Recording> started = ledger.start(caller, sessionId, request);
        return started.created() ? new Outcome<>(begun(started.value()), true) : started;
    }

    private Recording begun(Recording recording) {
        try {
            return followed(recording, engine.order(recording));
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return willBeTold(recording, refused);
            ledger.fail(recording.id(), refused.reason());
            throw ProblemException.unusable(
                    null, refused.reason().code(), refused.reason().message());
        }
    }

    /**
     * Ends the session's recording within a second. Pressed twice, the second press gets the same recording.
     *
     * @throws ProblemException 404, 403, or 409 when the session has never recorded
     */
    public Recording stop(Caller caller, UUID sessionId) {
        Recording recording = ledger.requestStop(caller, sessionId);
        if (recording.hasEnded()) return recording;
        try {
            return followed(recording, engine.stop(recording));
        } catch (EngineException refused) {
            return willBeTold(recording, refused);
        }
    }

    /** @throws ProblemException 404, 403, or 409 when nothing is running; 507 when the disk is too full */
    public Recording extend(Caller caller, UUID sessionId, RecordMinutes more) {
        Session session = opener.visible(caller, sessionId);
        if (ledger.isRunning(sessionId)) disk.check(session.club().id(), more, engine.measuredRate(session.feedId()));
        Recording recording = ledger.extend(caller, sessionId, more);
        try {
            return followed(recording, engine.order(recording));
        } catch (EngineException refused) {
            return willBeTold(recording, refused);
        }
    }

    /** Opens the court's main camera if need be. */
    public Outcome<Recording> startOnCourt(Caller caller, String courtIdOrSlug, StartRequest request) {
        Session session = opener.open(caller, courtIdOrSlug, null).value();
        return start(caller, session.id(), request);
    }

    /** The match is over and the court free for the next players: what was opened to start it is closed again. */
    public Recording stopOnCourt(Caller caller, UUID courtId) {
        UUID sessionId = openOn(caller, courtId).id();
        Recording recording = stop(caller, sessionId);
        if (recording.hasEnded()) opener.close(caller, sessionId);
        return recording;
    }

    public Recording extendOnCourt(Caller caller, UUID courtId, RecordMinutes more) {
        return extend(caller, openOn(caller, courtId).id(), more);
    }

    /** Ends what the session records, then closes it. */
    public Session close(Caller caller, UUID sessionId) {
        opener.managed(caller, sessionId);
        if (ledger.isRunning(sessionId)) stop(caller, sessionId);
        return opener.close(caller, sessionId);
    }

    private Session openOn(Caller caller, UUID courtId) {
        return sessions.openOnCourt(courtId)
                .filter(session -> caller.maySee(session.club().id()))
                .orElseThrow(() -> ProblemException.conflict("nothing is being recorded on this court"));
    }

    private Recording followed(Recording recording, RecordingStatus status) {
        return ledger.follow(recording.id(), status).orElse(recording);
    }

    private static Recording willBeTold(Recording recording, EngineException why) {
        LOG.log(Level.WARNING, "Recording {0}: the engine will be told later: {1}", new Object[] {
            recording.id(), why.getMessage()
        });
        return recording;
    }
}
