package club.courtside.health.metrics;

import club.courtside.health.DiskForecast;
import club.courtside.session.DiskSpace;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The disk of the videos. */
@ApplicationScoped
public class DiskMetrics implements Measured {

    private final DiskSpace disk;
    private final DiskForecast forecast;

    @Inject
    public DiskMetrics(DiskSpace disk, DiskForecast forecast) {
        this.disk = disk;
        this.forecast = forecast;
    }

    protected DiskMetrics() {
        this(null, null);
    }

    @Override
    public List<MetricSnapshot> now() {
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(new Family("courtside_disk_free_bytes", "Free on the disk of the videos.")
                .add(disk.free())
                .gauge());
        all.add(new Family("courtside_disk_reserved_bytes", "What recordings leave free.")
                .add(disk.reserved())
                .gauge());
        forecast.left()
                .ifPresent(left -> all.add(new Family(
                                "courtside_disk_full_seconds",
                                "Until the disk is full at the pace of the last week; absent when nothing was recorded.")
                        .add(left.toSeconds())
                        .gauge()));
        return all;
    }
}
