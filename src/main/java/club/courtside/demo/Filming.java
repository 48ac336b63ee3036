package club.courtside.demo;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Films while somebody watches; otherwise only the clock goes on. Nothing a viewer does delays the film. */
final class Filming implements AutoCloseable {

    /** Somebody who receives what is filmed; must not block. */
    interface Viewer {
        void see(Unit unit);
    }

    private final Film film;
    private final CameraClock clock;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean keyWanted;
    private volatile boolean silent;
    private volatile boolean closed;

    Filming(String name, Film film, CameraClock clock) {
        this.film = film;
        this.clock = clock;
        thread = new Thread(this::run, "filming " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The viewer sees a key frame first. */
    void join(Viewer viewer) {
        viewers.add(viewer);
        keyWanted = true;
        LockSupport.unpark(thread);
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    int viewers() {
        return viewers.size();
    }

    /** While silent, connections stay open and nothing comes. */
    void silence(boolean on) {
        silent = on;
        keyWanted = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        long due = 0;
        while (!closed) {
            if (viewers.isEmpty() || silent) {
                LockSupport.park(this);
                continue;
            }
            due = film.after(due < clock.micros() - 1_000_000 ? clock.micros() : due);
            waitUntil(due);
            if (closed) break;
            boolean key = keyWanted;
            keyWanted = false;
            List<Unit> units = film.take(due, key);
            if (!silent) for (Viewer viewer : viewers) units.forEach(viewer::see);
        }
        film.close();
    }

    private void waitUntil(long micros) {
        for (long left = micros - clock.micros(); left > 0 && !closed; left = micros - clock.micros())
            LockSupport.parkNanos(this, left * 1000);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
