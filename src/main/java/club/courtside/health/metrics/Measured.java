package club.courtside.health.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** One part of what is measured; asked at each scrape. */
interface Measured {

    List<MetricSnapshot> now();
}
