package club.courtside.media;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One player's way through a live stream. What it does not take in time is left out up to the next key frame, and what
 * follows is moved together, so that its player meets no hole.
 */
public final class VideoViewer implements AutoCloseable {

    private static final int MOST_FRAMES = 600;
    private static final long MOST_BYTES = 16 << 20;

    private final String mime;
    private final Runnable onClose;
    private byte[] header;
    private final Deque<Fragment> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean ended;
    private boolean closed;
    private boolean leftOut;
    private long usualInterval = 3000;
    private long takenTime = -1;
    private long lastTime = -1;
    private long earlier;

    VideoViewer(String mime, byte[] header, Runnable onClose) {
        this.mime = mime;
        this.header = header;
        this.onClose = onClose;
    }

    /** MIME type with the codec string. */
    public String mime() {
        return mime;
    }

    /**
     * The header first, then one frame after the other.
     *
     * @return null when the stream has ended (other parameters follow) or nothing came for that long
     */
    public synchronized byte[] next(Duration patience) throws InterruptedException {
        if (header != null) {
            byte[] first = header;
            header = null;
            return first;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (waiting.isEmpty() && !ended) {
            long left = end - System.nanoTime();
            if (left <= 0) return null;
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        Fragment next = waiting.poll();
        if (next == null) return null;
        waitingBytes -= next.bytes().length;
        takenTime = next.decodeTime();
        return next.bytes();
    }

    synchronized void offer(Fragment fragment) {
        if (ended) return;
        if (waiting.size() >= MOST_FRAMES || waitingBytes > MOST_BYTES) {
            waiting.clear();
            waitingBytes = 0;
            leftOut = true;
        }
        if (leftOut && !fragment.key()) return;
        place(fragment);
        notifyAll();
    }

    private void place(Fragment fragment) {
        long time = fragment.decodeTime() - earlier;
        if (leftOut && takenTime >= 0) {
            long follows = takenTime + usualInterval;
            earlier += time - follows;
            time = follows;
        } else if (!leftOut && lastTime >= 0) {
            usualInterval = Math.max(1, time - lastTime);
        }
        leftOut = false;
        lastTime = time;
        Fragment placed = earlier == 0 ? fragment : fragment.at(time);
        waiting.add(placed);
        waitingBytes += placed.bytes().length;
    }

    synchronized void end() {
        ended = true;
        notifyAll();
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
