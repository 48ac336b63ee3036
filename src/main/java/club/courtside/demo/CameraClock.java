package club.courtside.demo;

import java.time.Instant;

/** A camera's own clock: microseconds since it was switched on, with the wall clock of that moment. */
record CameraClock(Instant origin, long originNanos) {

    static CameraClock startNow() {
        return new CameraClock(Instant.now(), System.nanoTime());
    }

    long micros() {
        return (System.nanoTime() - originNanos) / 1000;
    }

    Instant wall(long micros) {
        return origin.plusNanos(micros * 1000);
    }
}
