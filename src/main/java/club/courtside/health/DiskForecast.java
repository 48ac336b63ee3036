package club.courtside.health;

import club.courtside.library.Videos;
import club.courtside.session.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** When the disk of the videos will be full, at the pace of the last days and without what retention will free. */
@ApplicationScoped
public class DiskForecast {

    /** Long enough for a quiet weekday to count as little as a busy weekend. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private final DiskSpace disk;
    private final Videos videos;
    private final Clock clock;

    @Inject
    public DiskForecast(DiskSpace disk, Videos videos, Clock clock) {
        this.disk = disk;
        this.videos = videos;
        this.clock = clock;
    }

    protected DiskForecast() {
        this(null, null, null);
    }

    /** Until nothing but the reserve is free; empty when nothing was recorded lately. */
    public Optional<Duration> left() {
        long recent = videos.since(clock.instant().minus(LOOK_BACK)).bytes();
        if (recent == 0) return Optional.empty();
        double seconds = Math.max(0, disk.free() - disk.reserved()) / (double) recent * LOOK_BACK.toSeconds();
        return Optional.of(Duration.ofSeconds((long) seconds));
    }
}
