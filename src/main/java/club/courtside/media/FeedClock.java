package club.courtside.media;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The seam of time: wall clock for what people read, monotonic clock for what is measured, and waiting. */
public interface FeedClock {

    Instant now();

    /** Monotonic nanoseconds, as {@link System#nanoTime()}. */
    long nanos();

    /** Waits on a monitor, which the caller holds, until it is woken or the time has passed (or for no reason). */
    default void await(Object monitor, long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(nanos, 1_000_000));
    }

    /** Wakes all who wait on a monitor, which the caller holds. */
    default void wake(Object monitor) {
        monitor.notifyAll();
    }

    FeedClock SYSTEM = new FeedClock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };
}
