package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written down about recordings, each entry one short transaction; the engine is never called inside. Everything
 * that concerns one session happens one after the other, whoever presses at the same moment.
 */
@ApplicationScoped
@Transactional
public class RecordingLedger {

    private final EntityManager entities;
    private final Sessions sessions;
    private final Recordings recordings;
    private final Clock clock;
    private final Event<Object> events;
    private final Audit audit;

    @Inject
    public RecordingLedger(
            EntityManager entities,
            Sessions sessions,
            Recordings recordings,
            Clock clock,
            Event<Object> events,
            Audit audit) {
        this.entities = entities;
        this.sessions = sessions;
        this.recordings = recordings;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
    }

    protected RecordingLedger() {
        this(null, null, null, null, null, null);
    }

    /**
     * A new take: a recording for each angle of the session.
     *
     * @throws ProblemException 404, 403, or 409 when another take runs there
     */
    public Outcome<Take> start(Caller caller, UUID sessionId, StartRequest request) {
        Session session = managed(caller, sessionId);
        Optional<Take> latest = recordings.latestTakeIn(sessionId);
        Optional<Take> running = latest.filter(take -> !take.hasEnded());
        if (running.isPresent()) return same(running.get(), request);
        if (!session.isOpen()) throw ProblemException.conflict("this session is closed");
        Instant now = clock.instant();
        TakePlan plan = new TakePlan(
                latest.map(Take::number).orElse(0) + 1,
                request.nameOr(session, now),
                entities.find(User.class, caller.id()),
                request.minutesOr(session.club()),
                request.autoUpload(),
                request.quality(),
                now);
        Take take = new Take(begun(session, plan));
        take.recordings().forEach(recordings::add);
        take.recordings().forEach(recording -> tell("recording_started", recording));
        tell(caller, AuditAction.RECORDING_STARTED, take);
        return new Outcome<>(take, true);
    }

    private List<Recording> begun(Session session, TakePlan plan) {
        int before = recordings.countIn(session.id());
        if (session.angles().isEmpty()) return List.of(new Recording(session, before + 1, plan));
        return session.angles().stream()
                .map(angle -> new Recording(session, angle, before + angle.number(), plan))
                .toList();
    }

    private static Outcome<Take> same(Take running, StartRequest request) {
        if (running.isStopping())
            throw ProblemException.conflict(
                    "the last recording of this session is still ending; try again in a moment");
        Recording main = running.main();
        if (!main.isWhat(request.minutesOr(main.session().club()), request.name()))
            throw ProblemException.conflict("another recording is running in this session: " + main.name());
        return new Outcome<>(running, false);
    }

    /**
     * Decides that the running take ends now, with all of its angles.
     *
     * @return the one that shall end, or the last one when none runs any more
     * @throws ProblemException 404, 403, or 409 when the session has never recorded
     */
    public Take requestStop(Caller caller, UUID sessionId) {
        Take take = managedTake(caller, sessionId);
        if (!take.hasEnded() && !take.isStopping()) tell(caller, AuditAction.RECORDING_STOPPED, take);
        take.running().forEach(recording -> recording.stopRequested(clock.instant()));
        return take;
    }

    /** @throws ProblemException 404, 403, or 409 when nothing is running */
    public Take extend(Caller caller, UUID sessionId, RecordMinutes more) {
        Take take = managedTake(caller, sessionId);
        if (take.hasEnded() || take.isStopping())
            throw ProblemException.conflict("nothing is being recorded in this session any more");
        for (Recording recording : take.running()) {
            recording.extendBy(more);
            tell("recording_status_update", recording);
        }
        tell(caller, AuditAction.RECORDING_EXTENDED, take);
        return take;
    }

    private void tell(Caller who, AuditAction action, Take take) {
        Recording main = take.main();
        audit.tells(who, action, main.session().club().id(), main.id(), main.name());
    }

    /** The same take as it is written down now. */
    public Take read(Take take) {
        return take.with(recording -> recordings.find(recording.id()).orElse(recording));
    }

    /** What of the session is being recorded now. */
    public Optional<Take> running(UUID sessionId) {
        return recordings.runningTakeIn(sessionId);
    }

    /** Takes over a report of the engine. */
    public Optional<Recording> follow(UUID recordingId, RecordingStatus status) {
        return lockedRecording(recordingId).map(recording -> {
            Instant startedBefore = recording.startedAt();
            RecordingState stateBefore = recording.state();
            boolean hadEnded = recording.hasEnded();
            recording.follow(status);
            if (startedBefore == null && recording.startedAt() != null) events.fire(new RecordingStarted(recording));
            if (!recording.hasEnded()) events.fire(new RecordingProgressed(recording));
            if (!hadEnded && recording.hasEnded()) ended(recording);
            else if (stateBefore != recording.state()) tell("recording_status_update", recording);
            return recording;
        });
    }

    /** The engine will not record this. */
    public void fail(UUID recordingId, Reason reason) {
        lockedRecording(recordingId).filter(recording -> !recording.hasEnded()).ifPresent(recording -> {
            recording.fail(reason, clock.instant());
            ended(recording);
        });
    }

    private void ended(Recording recording) {
        events.fire(new RecordingEnded(recording));
        tell("recording_stopped", recording);
        if (recording.state() == RecordingState.FAILED) tell("error", recording);
    }

    private void tell(String event, Recording recording) {
        events.fire(RecordingView.update(event, recording, clock.instant()));
    }

    private Optional<Recording> lockedRecording(UUID id) {
        Optional<Recording> found = recordings.find(id);
        found.ifPresent(recording -> {
            sessions.findLocked(recording.session().id());
            entities.refresh(recording);
        });
        return found;
    }

    private Take managedTake(Caller caller, UUID sessionId) {
        visible(caller, sessionId);
        Take take = recordings
                .latestTakeIn(sessionId)
                .orElseThrow(() -> ProblemException.conflict("nothing has been recorded in this session"));
        if (!take.isManagedBy(caller)) throw notYours();
        return take;
    }

    private Session managed(Caller caller, UUID sessionId) {
        Session session = visible(caller, sessionId);
        if (!session.isManagedBy(caller)) throw notYours();
        return session;
    }

    private Session visible(Caller caller, UUID sessionId) {
        return sessions.findLocked(sessionId)
                .filter(session -> caller.maySee(session.club().id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such session"));
    }

    private static ProblemException notYours() {
        return ProblemException.forbidden("this session belongs to somebody else");
    }
}
