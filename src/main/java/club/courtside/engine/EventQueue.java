package club.courtside.engine;

import club.courtside.engine.api.EngineEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/** The events that wait for one reader; too many, and the reader is given up. */
final class EventQueue {

    private static final int MOST_WAITING = 2_000;

    private final Runnable onLag;
    private final Deque<EngineEvent> waiting = new ArrayDeque<>();
    private boolean ended;

    EventQueue(Runnable onLag) {
        this.onLag = onLag;
    }

    synchronized void offer(EngineEvent event) {
        if (ended) return;
        waiting.add(event);
        notifyAll();
        if (waiting.size() <= MOST_WAITING) return;
        ended = true;
        waiting.clear();
        onLag.run();
    }

    /** @return null when there will be no more */
    synchronized EngineEvent next() throws InterruptedException {
        while (waiting.isEmpty() && !ended) wait();
        return waiting.poll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean hasEnded() {
        return ended;
    }
}
