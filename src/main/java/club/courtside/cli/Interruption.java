package club.courtside.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or a signal, as a wish: whoever works hears of it, brings the work to a good end, and says with which exit code. */
final class Interruption {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exitCode;

    static Interruption awaited() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::awaitTheEnd, "interruption"));
        return interruption;
    }

    private void awaitTheEnd() {
        wish();
        try {
            if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                Runtime.getRuntime().halt(exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void wish() {
        wished.countDown();
    }

    /** Waits at most that long. */
    boolean isWishedWithin(long millis) throws InterruptedException {
        return wished.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The program may end. */
    void finished(int code) {
        exitCode = code;
        finished.countDown();
    }
}
