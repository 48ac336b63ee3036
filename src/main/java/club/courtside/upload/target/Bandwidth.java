package club.courtside.upload.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;

/** What all uploads together may take of the line. */
@ApplicationScoped
public class Bandwidth {

    private static final double BYTES_PER_MBIT = 125_000;
    /** A line that was idle may be used at most so far ahead. */
    private static final long MOST_SAVED_NANOS = 100_000_000;

    private final TargetSettings settings;
    private long free;

    @Inject
    public Bandwidth(TargetSettings settings) {
        this.settings = settings;
        this.free = System.nanoTime();
    }

    protected Bandwidth() {
        this(null);
    }

    /** Returns when that many further bytes may go. */
    void take(int bytes) {
        double mbit = settings.mbitPerSecond();
        if (mbit <= 0) return;
        long wait = reserve((long) (bytes / (mbit * BYTES_PER_MBIT) * 1e9));
        if (wait > 0) LockSupport.parkNanos(wait);
    }

    private synchronized long reserve(long nanos) {
        long now = System.nanoTime();
        free = Math.max(free, now - MOST_SAVED_NANOS) + nanos;
        return free - now;
    }
}
