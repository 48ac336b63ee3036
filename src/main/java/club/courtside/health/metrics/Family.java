package club.courtside.health.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of one name, told apart by their labels. Of two with the same labels the sum counts. */
final class Family {

    private final String name;
    private final String help;
    private final Map<Labels, Double> values = new LinkedHashMap<>();

    /** @param name of a counter without its {@code _total} */
    Family(String name, String help) {
        this.name = name;
        this.help = help;
    }

    Family add(double value, Labels labels) {
        values.merge(labels, value, Double::sum);
        return this;
    }

    Family add(double value) {
        return add(value, Labels.EMPTY);
    }

    GaugeSnapshot gauge() {
        var family = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> family.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return family.build();
    }

    /** Of figures that somebody else counts. */
    CounterSnapshot counter() {
        var family = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> family.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        return family.build();
    }
}
