package club.courtside.engine;

import club.courtside.media.Pace;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells the engine how far the work is, a few times a second, and holds it while the engine wants that. */
final class ToldPace implements Pace {

    private static final long BETWEEN = 250_000_000L;

    private final Consumer<TaskLine> engine;
    private long toldAt = System.nanoTime() - BETWEEN;
    private boolean held;

    ToldPace(Consumer<TaskLine> engine) {
        this.engine = engine;
    }

    synchronized void hold(boolean wanted) {
        held = wanted;
        notifyAll();
    }

    @Override
    public void at(double part) {
        awaitTurn();
        long now = System.nanoTime();
        if (now - toldAt < BETWEEN) return;
        toldAt = now;
        engine.accept(TaskLine.progress(Math.max(0, Math.min(1, part))));
    }

    @Override
    public void quietFor(Duration most) {
        awaitTurn();
        engine.accept(TaskLine.quiet(most.toSeconds()));
    }

    private synchronized void awaitTurn() {
        try {
            while (held) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
