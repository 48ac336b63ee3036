package club.courtside.session;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.platform.DatabaseAway;
import club.courtside.platform.Ids;
import club.courtside.platform.LiveUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes the engine's reports: changes of state are written down at once, mere figures every few seconds; whoever watches
 * sees each of them.
 */
@ApplicationScoped
public class RecordingEvents {

    private static final Logger LOG = Logger.getLogger(RecordingEvents.class.getName());
    private static final Duration WRITE_FIGURES_EVERY = Duration.ofSeconds(5);

    private final RecordingLedger ledger;
    private final LatestFigures figures;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Map<UUID, WrittenReport> written = new ConcurrentHashMap<>();

    @Inject
    public RecordingEvents(RecordingLedger ledger, LatestFigures figures, Clock clock, Event<LiveUpdate> updates) {
        this.ledger = ledger;
        this.figures = figures;
        this.clock = clock;
        this.updates = updates;
    }

    protected RecordingEvents() {
        this(null, null, null, null);
    }

    void report(@Observes EngineEvent event) {
        if (event.recording() == null) return;
        Ids.parse(event.recording().id()).ifPresent(id -> {
            try {
                take(id, event.recording());
            } catch (RuntimeException e) {
                complain(id, e);
            }
        });
    }

    /** A database that is away for a moment loses nothing: the next report says the same and more. */
    private void complain(UUID id, RuntimeException failed) {
        if (DatabaseAway.isReasonOf(failed))
            LOG.log(Level.FINE, "A report on recording {0} waits for the database", id);
        else LOG.log(Level.WARNING, "A report on recording " + id + " could not be written down", failed);
    }

    void take(UUID id, RecordingStatus status) {
        figures.put(id, status);
        WrittenReport last = written.get(id);
        if (last == null || last.isOutdatedBy(status, clock.instant(), WRITE_FIGURES_EVERY))
            ledger.follow(id, status)
                    .ifPresent(recording -> written.put(id, new WrittenReport(recording, status, clock.instant())));
        else last.recording().follow(status);
        tell(id, status);
        if (status.state().hasEnded()) written.remove(id);
    }

    private void tell(UUID id, RecordingStatus status) {
        WrittenReport last = written.get(id);
        if (last == null || status.state().hasEnded()) return;
        updates.fire(RecordingView.update("recording_status_update", last.recording(), clock.instant()));
    }
}
