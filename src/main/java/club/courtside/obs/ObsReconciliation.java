package club.courtside.obs;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.client.EngineException;
import club.courtside.session.Recording;
import club.courtside.session.RecordingLedger;
import club.courtside.session.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes what is written down and what OBS does agree, so that a restart of this application ends no recording. */
@ApplicationScoped
public class ObsReconciliation {

    private static final Logger LOG = Logger.getLogger(ObsReconciliation.class.getName());

    private final Recordings recordings;
    private final ObsRecorder recorder;
    private final RecordingLedger ledger;
    private final Event<EngineEvent> events;

    @Inject
    public ObsReconciliation(
            Recordings recordings, ObsRecorder recorder, RecordingLedger ledger, Event<EngineEvent> events) {
        this.recordings = recordings;
        this.recorder = recorder;
        this.ledger = ledger;
        this.events = events;
    }

    protected ObsReconciliation() {
        this(null, null, null, null);
    }

    void reconcile() {
        recordings.running().stream()
                .filter(recording -> recorder.records(recording.camera()))
                .forEach(this::order);
    }

    private void order(Recording recording) {
        try {
            events.fire(new EngineEvent("recording", null, recorder.order(recording)));
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return;
            LOG.log(Level.WARNING, "OBS Studio refuses recording " + recording.id(), refused);
            ledger.fail(recording.id(), refused.reason());
        }
    }
}
