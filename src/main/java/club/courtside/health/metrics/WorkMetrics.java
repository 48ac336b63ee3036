package club.courtside.health.metrics;

import club.courtside.platform.queue.QueueReport;
import club.courtside.platform.queue.WorkEnded;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What waits to be done, and how long it took. */
@ApplicationScoped
public class WorkMetrics implements Measured {

    private static final double[] SECONDS = {1, 5, 15, 60, 300, 900, 1800, 3600, 7200, 21_600, 86_400};

    private final Iterable<QueueReport> reports;
    private final Clock clock;
    private final Histogram durations = Histogram.builder()
            .name("courtside_job_duration_seconds")
            .help("From the first attempt to the end, pauses between attempts included.")
            .labelNames("work", "kind", "outcome")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .build();

    @Inject
    public WorkMetrics(@Any Instance<QueueReport> reports, Clock clock) {
        this((Iterable<QueueReport>) reports, clock);
    }

    WorkMetrics(Iterable<QueueReport> reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    protected WorkMetrics() {
        this((Iterable<QueueReport>) null, null);
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkEnded event) {
        if (event.took() == null) return;
        durations
                .labelValues(event.work(), event.kind(), event.outcome())
                .observe(event.took().toMillis() / 1000.0);
    }

    @Override
    public List<MetricSnapshot> now() {
        var count = new Family("courtside_jobs", "Pieces of work in the database, by state.");
        var age = new Family("courtside_job_oldest_age_seconds", "How long the oldest that is not over is there.");
        for (QueueReport report : reports)
            for (QueueReport.Line line : report.lines()) {
                Labels labels = Labels.of("work", line.work(), "kind", line.kind(), "state", line.state());
                count.add(line.count(), labels);
                if (line.oldest() != null)
                    age.add(Duration.between(line.oldest(), clock.instant()).toMillis() / 1000.0, labels);
            }
        return List.of(count.gauge(), age.gauge(), durations.collect());
    }
}
