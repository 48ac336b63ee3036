package club.courtside.media;

import java.time.Instant;

/** The seam of time: wall clock for what people read, monotonic clock for what is measured. */
public interface FeedClock {

    Instant now();

    /** Monotonic nanoseconds, as {@link System#nanoTime()}. */
    long nanos();

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
