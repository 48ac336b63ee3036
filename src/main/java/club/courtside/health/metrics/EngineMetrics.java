package club.courtside.health.metrics;

import club.courtside.court.CameraEngine;
import club.courtside.court.EngineConnected;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recording engine, and how often it had to be started again. */
@ApplicationScoped
public class EngineMetrics implements Measured {

    private final CameraEngine engine;
    private final Counter restarts = Counter.builder()
            .name("courtside_engine_restarts_total")
            .help("Engines that took the place of another one since the web application runs.")
            .withoutExemplars()
            .build();
    private Instant lastStart;

    @Inject
    public EngineMetrics(CameraEngine engine) {
        this.engine = engine;
    }

    protected EngineMetrics() {
        this(null);
    }

    /** The same engine may be lost and found. */
    synchronized void connected(@Observes EngineConnected event) {
        Instant start = event.status().startedAt();
        if (lastStart != null && !lastStart.equals(start)) restarts.inc();
        lastStart = start;
    }

    @Override
    public List<MetricSnapshot> now() {
        Optional<EngineStatus> status = status();
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(new Family("courtside_engine_up", "1 while the recording engine answers.")
                .add(status.isPresent() ? 1 : 0)
                .gauge());
        all.add(restarts.collect());
        status.ifPresent(known -> {
            all.add(new Family("courtside_engine_start_time_seconds", "When the engine was started, in Unix time.")
                    .add(known.startedAt().toEpochMilli() / 1000.0)
                    .gauge());
            if (known.relay() != null)
                all.add(new Family("courtside_relay_readers", "RTSP connections that read a court now.")
                        .add(known.relay().readers())
                        .gauge());
        });
        return all;
    }

    private Optional<EngineStatus> status() {
        try {
            return engine.connected().map(EngineClient::status);
        } catch (EngineException gone) {
            return Optional.empty();
        }
    }
}
