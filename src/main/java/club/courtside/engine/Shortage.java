package club.courtside.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** Decides from what was measured whether tasks shall stand still, and does not waver. Times in ns; used by one thread. */
final class Shortage {

    private static final long SECOND = 1_000_000_000L;
    private static final long LATE = SECOND / 10;
    private static final long WINDOW = 2 * SECOND;
    private static final int OFTEN = 3;
    private static final long SHORTEST_CALM = 5 * SECOND;
    private static final long LONGEST_CALM = 60 * SECOND;

    private final Deque<Long> late = new ArrayDeque<>();
    private boolean paused;
    private long sufferedAt;
    private long wentOnAt = Long.MIN_VALUE / 2;
    private long calm = SHORTEST_CALM;

    /** A thread that wanted to sleep has woken so much later than it wanted. */
    void woke(long now, long lateness) {
        if (lateness > LATE) late.addLast(now);
        while (!late.isEmpty() && now - late.peekFirst() > WINDOW) late.removeFirst();
    }

    /**
     * @param behind a recording does not keep up
     * @param needed a camera is connected: otherwise nobody is hurt by a busy machine
     */
    boolean shallPause(long now, boolean behind, boolean needed) {
        if (needed && (behind || late.size() >= OFTEN)) suffer(now);
        else if (paused && (!needed || now - sufferedAt > calm)) {
            paused = false;
            wentOnAt = now;
        }
        return paused;
    }

    /** Who had to stop again soon after going on waits longer the next time. */
    private void suffer(long now) {
        sufferedAt = now;
        if (paused) return;
        paused = true;
        calm = now - wentOnAt < 2 * calm ? Math.min(LONGEST_CALM, 2 * calm) : SHORTEST_CALM;
    }
}
