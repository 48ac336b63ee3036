package club.courtside.media;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Somebody who looks at JPEGs; who is too slow goes on with the newest. */
public final class PictureViewer implements AutoCloseable {

    private static final int MOST_WAITING = 4;

    private final PictureRequest request;
    private final Runnable onClose;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long due = Long.MIN_VALUE;
    private boolean ended;
    private boolean closed;

    PictureViewer(PictureRequest request, Runnable onClose) {
        this.request = request;
        this.onClose = onClose;
    }

    PictureRequest request() {
        return request;
    }

    /** Whether a picture shall be shown now; counts it as shown. */
    boolean takesTurn(long nanos) {
        if (due != Long.MIN_VALUE && nanos - due < 0) return false;
        long interval = request.intervalNanos();
        due = due == Long.MIN_VALUE || nanos - due > interval ? nanos + interval : due + interval;
        return true;
    }

    synchronized void offer(byte[] jpeg) {
        if (waiting.size() == MOST_WAITING) waiting.clear();
        waiting.add(jpeg);
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    public synchronized boolean hasEnded() {
        return ended;
    }

    /** @return null when nothing came for that long, or {@link #hasEnded()} */
    public synchronized byte[] next(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (waiting.isEmpty() && !ended) {
            long left = end - System.nanoTime();
            if (left <= 0) return null;
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        return waiting.poll();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        end();
        onClose.run();
    }
}
