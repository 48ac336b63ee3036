package club.courtside.engine;

import java.time.Duration;

/** Whether somebody still wants something of the engine. */
final class Activity {

    private int open;
    private long last = System.nanoTime();

    synchronized void began() {
        open++;
        last = System.nanoTime();
    }

    synchronized void ended() {
        open--;
        last = System.nanoTime();
    }

    /** Nobody has called for that long, and no call is open. */
    synchronized boolean isQuietFor(Duration time) {
        return open == 0 && System.nanoTime() - last > time.toNanos();
    }
}
