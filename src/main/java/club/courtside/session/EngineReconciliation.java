package club.courtside.session;

import club.courtside.court.CameraEngine;
import club.courtside.court.EngineConnected;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Makes what is written down and what the engine does agree: whenever an engine answers (again), and every minute. What
 * the engine has finished is taken over; what it does not know, or knows otherwise, it is told once more. So neither a
 * restart of this application nor one of the engine ends a recording.
 */
@ApplicationScoped
public class EngineReconciliation {

    private static final Logger LOG = Logger.getLogger(EngineReconciliation.class.getName());

    private final Recordings recordings;
    private final RecordingEvents reports;
    private final RecordingLedger ledger;
    private final EngineRecorder recorder;
    private final CameraEngine engine;

    @Inject
    public EngineReconciliation(
            Recordings recordings,
            RecordingEvents reports,
            RecordingLedger ledger,
            EngineRecorder recorder,
            CameraEngine engine) {
        this.recordings = recordings;
        this.reports = reports;
        this.ledger = ledger;
        this.recorder = recorder;
        this.engine = engine;
    }

    protected EngineReconciliation() {
        this(null, null, null, null, null);
    }

    void connected(@Observes EngineConnected event) {
        reconcile(event.status());
    }

    /** Does nothing while no engine answers. */
    public void reconcile() {
        try {
            reconcile(engine.client().status());
        } catch (EngineException noEngine) {
            LOG.log(Level.FINE, "no engine answers", noEngine);
        }
    }

    private void reconcile(EngineStatus status) {
        Map<String, RecordingStatus> known = status.recordings().stream()
                .collect(Collectors.toMap(RecordingStatus::id, Function.identity(), (one, other) -> other));
        for (Recording recording : recordings.running()) {
            if (!recorder.records(recording.camera())) continue;
            RecordingStatus there = known.get(recording.id().toString());
            if (there != null && there.state().hasEnded()) reports.take(recording.id(), there);
            else order(recording);
        }
        status.recordings().stream().filter(ended -> ended.state().hasEnded()).forEach(this::forgetWhenDone);
    }

    private void order(Recording recording) {
        try {
            reports.take(recording.id(), recorder.order(recording));
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return;
            LOG.log(Level.WARNING, "The engine refuses recording " + recording.id(), refused);
            ledger.fail(recording.id(), refused.reason());
        }
    }

    /** The engine's memory is not the archive: what is written down completely may leave it. */
    private void forgetWhenDone(RecordingStatus ended) {
        Optional<UUID> id = Ids.parse(ended.id());
        boolean complete = ended.sha256() != null || ended.bytes() == 0;
        if (id.isEmpty() || !complete) return;
        reports.take(id.get(), ended);
        try {
            engine.client().deleteRecording(ended.id());
        } catch (EngineException refused) {
            LOG.log(Level.FINE, "the engine does not forget " + ended.id(), refused);
        }
    }
}
