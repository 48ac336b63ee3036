package club.courtside.engine;

import java.util.concurrent.TimeUnit;

/** Looks every second for cameras and recordings that stand still, in a thread that waits for nothing else. */
final class Watchdog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());

    private final Engine engine;
    private final Thread thread = new Thread(this::run, "watchdog");

    Watchdog(Engine engine) {
        this.engine = engine;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                look();
            }
        } catch (InterruptedException e) {
            // The engine ends.
        }
    }

    private void look() {
        try {
            engine.watch();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the watch over cameras and recordings failed once", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
