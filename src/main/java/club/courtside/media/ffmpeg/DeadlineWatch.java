package club.courtside.media.ffmpeg;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One thread for all connections that looks ten times a second whose time is over; none while there is no connection. */
final class DeadlineWatch {

    private static final long PAUSE_MILLIS = 100;

    private static final Set<Deadline> WATCHED = ConcurrentHashMap.newKeySet();
    private static Thread thread;

    private DeadlineWatch() {}

    static synchronized void add(Deadline deadline) {
        WATCHED.add(deadline);
        if (thread != null) return;
        thread = new Thread(DeadlineWatch::run, "deadlines");
        thread.setDaemon(true);
        thread.start();
    }

    static void remove(Deadline deadline) {
        WATCHED.remove(deadline);
    }

    private static void run() {
        while (!isOver()) {
            WATCHED.forEach(Deadline::settle);
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                // Nobody has a reason to; what it watches must not go unwatched.
            }
        }
    }

    private static synchronized boolean isOver() {
        if (!WATCHED.isEmpty()) return false;
        thread = null;
        return true;
    }
}
