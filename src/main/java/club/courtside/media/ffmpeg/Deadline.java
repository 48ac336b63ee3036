package club.courtside.media.ffmpeg;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Bounds the native calls of one connection. JavaCPP has only about ten native entry points for each kind of callback and
 * ignores the rest silently, so one callback serves all connections; what differs is the moment that its argument points
 * at. Interrupting the thread ends the call too.
 */
final class Deadline implements AutoCloseable {

    private static final AVIOInterruptCB.Callback_Pointer IS_OVER = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer moment) {
            boolean over = Thread.currentThread().isInterrupted()
                    || (moment != null && new LongPointer(moment).get() - System.nanoTime() < 0);
            return over ? 1 : 0;
        }
    };

    private final LongPointer moment = new LongPointer(1);
    private final AVIOInterruptCB callback = new AVIOInterruptCB();
    private volatile boolean aborted;

    Deadline(Duration limit) {
        callback.callback(IS_OVER);
        callback.opaque(moment);
        in(limit);
    }

    AVIOInterruptCB callback() {
        return callback;
    }

    synchronized void in(Duration limit) {
        if (!moment.isNull()) moment.put(System.nanoTime() + (aborted ? -1 : limit.toNanos()));
    }

    /** From now on every call ends at once. */
    synchronized void abort() {
        aborted = true;
        in(Duration.ZERO);
    }

    boolean isAborted() {
        return aborted || Thread.currentThread().isInterrupted();
    }

    synchronized boolean isOver() {
        return moment.isNull() || moment.get() - System.nanoTime() < 0;
    }

    /** Only after everything that uses it. */
    @Override
    public synchronized void close() {
        callback.close();
        moment.close();
    }
}
