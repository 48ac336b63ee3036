package club.courtside.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Recordings come first: tasks stand still while a recording is behind, or while the engine's own threads get the
 * processor late. That lateness is measured with a thread that does nothing but sleep a little and look how late it woke; it
 * is what the threads that read cameras feel too, whoever it is that keeps the machine busy.
 */
final class Yielding implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Yielding.class.getName());
    private static final long STEP_MILLIS = 50;
    private static final long BEHIND = 1_000_000_000L;

    private final LongSupplier lag;
    private final BooleanSupplier needed;
    private final Tasks tasks;
    private final Shortage shortage = new Shortage();
    private final Thread thread = new Thread(this::run, "yielding");
    private long lookedAt = System.nanoTime();

    /**
     * @param lag how far recordings are behind, ns
     * @param needed whether any camera is connected
     */
    Yielding(LongSupplier lag, BooleanSupplier needed, Tasks tasks) {
        this.lag = lag;
        this.needed = needed;
        this.tasks = tasks;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                long from = System.nanoTime();
                TimeUnit.MILLISECONDS.sleep(tasks.areOver() ? 10 * STEP_MILLIS : STEP_MILLIS);
                long now = System.nanoTime();
                if (tasks.areOver()) continue;
                shortage.woke(now, now - from - STEP_MILLIS * 1_000_000);
                if (now - lookedAt > 500_000_000L) look(now);
            }
        } catch (InterruptedException e) {
            // The engine ends.
        }
    }

    private void look(long now) {
        lookedAt = now;
        try {
            boolean behind = lag.getAsLong() > BEHIND;
            tasks.pause(shortage.shallPause(now, behind, needed.getAsBoolean()));
            tasks.watch();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the watch over tasks failed once", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
