package club.courtside.health.metrics;

import club.courtside.platform.DatabaseAway;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Everything that is measured, as Prometheus reads it. */
@ApplicationScoped
public class Metrics {

    private final Iterable<Measured> parts;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    @Inject
    public Metrics(@Any Instance<Measured> parts) {
        this((Iterable<Measured>) parts);
    }

    Metrics(Iterable<Measured> parts) {
        this.parts = parts;
    }

    protected Metrics() {
        this((Iterable<Measured>) null);
    }

    /** What cannot be known because the database is away is left out; that it is away, {@code courtside_database_up} says. */
    void write(OutputStream out) throws IOException {
        List<MetricSnapshot> all = new ArrayList<>();
        boolean database = true;
        for (Measured part : parts) {
            try {
                all.addAll(part.now());
            } catch (RuntimeException e) {
                if (!DatabaseAway.isReasonOf(e)) throw e;
                database = false;
            }
        }
        all.add(new Family("courtside_database_up", "1 while the database answers.")
                .add(database ? 1 : 0)
                .gauge());
        writer.write(out, new MetricSnapshots(all));
    }

    String contentType() {
        return writer.getContentType();
    }
}
