package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_free;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_reset;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_write;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Bounds the native calls of one connection. FFmpeg asks before each system call, some two thousand times a second for one
 * camera, whether it shall go on; an answer from Java costs more than reading the camera. So the question goes to a function
 * of FFmpeg's own that tells whether something lies in a small native box, and {@link DeadlineWatch} puts something there
 * when the time is over or the thread that reads is interrupted, at most a tenth of a second late.
 */
final class Deadline implements AutoCloseable {

    /** {@code int av_audio_fifo_size(AVAudioFifo*)}: as an {@code int (*)(void*)} it tells whether the box is empty. */
    private static final Pointer IS_FILLED = Loader.addressof("av_audio_fifo_size");

    private final AVAudioFifo box = av_audio_fifo_alloc(AV_SAMPLE_FMT_U8, 1, 1);
    private final BytePointer something = new BytePointer(1);
    private final PointerPointer<BytePointer> content = new PointerPointer<BytePointer>(1).put(0, something);
    private final AVIOInterruptCB callback = new AVIOInterruptCB();
    private volatile Thread reader;
    private volatile long moment;
    private volatile boolean aborted;
    private boolean filled;
    private boolean closed;

    Deadline(Duration limit) {
        // The first member of the structure; JavaCPP's own setter takes functions written in Java only.
        new PointerPointer<>(callback).put(0, IS_FILLED);
        callback.opaque(box);
        in(limit);
        DeadlineWatch.add(this);
    }

    AVIOInterruptCB callback() {
        return callback;
    }

    /** @param limit for the calls that the calling thread makes from now on */
    void in(Duration limit) {
        reader = Thread.currentThread();
        moment = System.nanoTime() + limit.toNanos();
        settle();
    }

    /** From now on every call ends at once. */
    void abort() {
        aborted = true;
        settle();
    }

    boolean isAborted() {
        return aborted || Thread.currentThread().isInterrupted();
    }

    boolean isOver() {
        return aborted || moment - System.nanoTime() < 0;
    }

    /** Fills or empties the box as it should be now. */
    synchronized void settle() {
        boolean over = isOver() || reader.isInterrupted();
        if (closed || over == filled) return;
        filled = over;
        if (over) av_audio_fifo_write(box, content, 1);
        else av_audio_fifo_reset(box);
    }

    /** Only after everything that uses it. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        DeadlineWatch.remove(this);
        callback.close();
        content.close();
        something.close();
        av_audio_fifo_free(box);
    }
}
