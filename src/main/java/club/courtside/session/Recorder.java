package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starting, stopping and extending recordings. What shall happen is written down first and then told to whoever records; who does not
 * answer is told as soon as it does.
 */
@ApplicationScoped
public class Recorder {

    private static final Logger LOG = Logger.getLogger(Recorder.class.getName());

    private final SessionOpener opener;
    private final Sessions sessions;
    private final RecordingLedger ledger;
    private final RecordingOrders orders;
    private final DiskSpace disk;

    @Inject
    public Recorder(
            SessionOpener opener, Sessions sessions, RecordingLedger ledger, RecordingOrders orders, DiskSpace disk) {
        this.opener = opener;
        this.sessions = sessions;
        this.ledger = ledger;
        this.orders = orders;
        this.disk = disk;
    }

    protected Recorder() {
        this(null, null, null, null, null);
    }

    /**
     * Starts to record all angles of an open session. Pressed twice, the second press gets the running take.
     *
     * @throws ProblemException 400 naming {@code quality}, 404, 403, 409 when something else runs, 422 when the engine refuses the main angle, 507 when
     *     the disk is too full for all of them
     */
    public Outcome<Take> start(Caller caller, UUID sessionId, StartRequest request) {
        Session session = opener.managed(caller, sessionId);
        checkQuality(session, request.quality());
        if (ledger.running(sessionId).isEmpty())
            disk.check(session.club().id(), request.minutesOr(session.club()), orders.expectedRate(session.feedIds()));
        Outcome<Take> started = ledger.start(caller, sessionId, request);
        return started.created() ? new Outcome<>(begun(started.value()), true) : started;
    }

    private void checkQuality(Session session, RecordingQuality quality) {
        if (quality == null) return;
        boolean offered = session.angles().stream().map(Angle::camera).anyMatch(camera -> orders.qualities(camera)
                .contains(quality));
        if (!offered)
            throw ProblemException.badRequest(
                    "quality", "there is no choice of quality here: only OBS Studio in simple output mode offers it");
    }

    /** Without its main angle there is no take; any other angle may be missing. */
    private Take begun(Take take) {
        List<EngineReply> replies = orders.orderAll(take.recordings());
        EngineReply main = replies.get(0);
        if (main.isRefused()) {
            orders.stopAll(replies.stream()
                    .filter(EngineReply::isTaken)
                    .map(EngineReply::recording)
                    .toList());
            take.recordings().forEach(recording -> ledger.fail(recording.id(), main.reason()));
            throw ProblemException.unusable(
                    null, main.reason().code(), main.reason().message());
        }
        replies.stream()
                .filter(EngineReply::isRefused)
                .forEach(reply -> ledger.fail(reply.recording().id(), reply.reason()));
        return followed(take, replies);
    }

    /**
     * Ends what the session records within a second, all angles at the same time. Pressed twice, the second press gets the
     * same take.
     *
     * @throws ProblemException 404, 403, or 409 when the session has never recorded
     */
    public Take stop(Caller caller, UUID sessionId) {
        Take take = ledger.requestStop(caller, sessionId);
        return followed(take, orders.stopAll(take.running()));
    }

    /** @throws ProblemException 404, 403, or 409 when nothing is running; 507 when the disk is too full */
    public Take extend(Caller caller, UUID sessionId, RecordMinutes more) {
        Session session = opener.visible(caller, sessionId);
        ledger.running(sessionId)
                .ifPresent(take -> disk.check(session.club().id(), more, orders.expectedRate(feedIds(take.running()))));
        Take take = ledger.extend(caller, sessionId, more);
        return followed(take, orders.orderAll(take.running()));
    }

    private static List<UUID> feedIds(List<Recording> recordings) {
        return recordings.stream().map(Recording::feedId).toList();
    }

    /** Opens the court with all of its cameras if need be. */
    public Outcome<Take> startOnCourt(Caller caller, String courtIdOrSlug, StartRequest request) {
        Session session = opener.open(caller, courtIdOrSlug, null).value();
        return start(caller, session.id(), request);
    }

    /** The match is over and the court free for the next players: what was opened to start it is closed again. */
    public Take stopOnCourt(Caller caller, UUID courtId) {
        UUID sessionId = openOn(caller, courtId).id();
        Take take = stop(caller, sessionId);
        closeAfter(take, caller, sessionId);
        return take;
    }

    public Take extendOnCourt(Caller caller, UUID courtId, RecordMinutes more) {
        return extend(caller, openOn(caller, courtId).id(), more);
    }

    /**
     * Ends what the session records, then closes it.
     *
     * @return the session; it is still open when its files are not finished yet, and closes once they are
     */
    public Session close(Caller caller, UUID sessionId) {
        opener.managed(caller, sessionId);
        if (ledger.running(sessionId).isEmpty()) return opener.close(caller, sessionId);
        closeAfter(stop(caller, sessionId), caller, sessionId);
        return opener.managed(caller, sessionId);
    }

    private void closeAfter(Take take, Caller caller, UUID sessionId) {
        if (take.hasEnded()) opener.close(caller, sessionId);
        else opener.closeOnceEnded(sessionId);
    }

    private Session openOn(Caller caller, UUID courtId) {
        return sessions.openOnCourt(courtId).stream()
                .filter(session -> caller.maySee(session.club().id()))
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict("nothing is being recorded on this court"));
    }

    /** With what the engine answered; it will be told later what it could not be told now. */
    private Take followed(Take take, List<EngineReply> replies) {
        Map<UUID, Recording> followed = new HashMap<>();
        for (EngineReply reply : replies) {
            if (reply.isTaken())
                ledger.follow(reply.recording().id(), reply.status())
                        .ifPresent(recording -> followed.put(recording.id(), recording));
            else
                LOG.log(Level.WARNING, "Recording {0} is not as it shall be yet: {1}", new Object[] {
                    reply.recording().id(), reply.refusal().getMessage()
                });
        }
        // The usual case asks the database no further: whoever pressed start is waiting.
        boolean all = take.recordings().stream().allMatch(recording -> followed.containsKey(recording.id()));
        return all ? take.with(recording -> followed.get(recording.id())) : ledger.read(take);
    }
}
