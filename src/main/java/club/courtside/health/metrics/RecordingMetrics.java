package club.courtside.health.metrics;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.session.Recording;
import club.courtside.session.RecordingEnded;
import club.courtside.session.Recordings;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is being recorded, and how it ended. */
@ApplicationScoped
public class RecordingMetrics implements Measured {

    private final Recordings recordings;
    /** Recording id → gaps that were counted. */
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    private final Counter gaps = Counter.builder()
            .name("courtside_recording_gaps_total")
            .help("Times that a camera was lost while it was being recorded.")
            .withoutExemplars()
            .build();
    private final Counter ended = Counter.builder()
            .name("courtside_recordings_ended_total")
            .help("Recordings that ended, by outcome: completed, short (part of it is missing) or failed.")
            .labelNames("club", "outcome")
            .withoutExemplars()
            .build();

    @Inject
    public RecordingMetrics(Recordings recordings) {
        this.recordings = recordings;
    }

    protected RecordingMetrics() {
        this(null);
    }

    /** What the first report says of gaps was counted before a restart, if at all. */
    void report(@Observes EngineEvent event) {
        RecordingStatus status = event.recording();
        if (status == null || status.gaps() == null) return;
        int now = status.gaps().size();
        Integer before = status.state().hasEnded() ? counted.remove(status.id()) : counted.put(status.id(), now);
        if (before != null && now > before) gaps.inc(now - before);
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingEnded event) {
        Recording recording = event.recording();
        ended.labelValues(recording.session().club().slug(), outcome(recording)).inc();
    }

    private static String outcome(Recording recording) {
        if (recording.state() == RecordingState.FAILED) return "failed";
        return recording.isShort() ? "short" : "completed";
    }

    @Override
    public List<MetricSnapshot> now() {
        var running = new Family("courtside_recordings_running", "Recordings that have not ended, by state.");
        for (Recording recording : recordings.running())
            running.add(
                    1,
                    Labels.of(
                            "club", recording.session().club().slug(),
                            "state", recording.state().name().toLowerCase(java.util.Locale.ROOT)));
        return List.of(running.gauge(), ended.collect(), gaps.collect());
    }
}
