package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Frames on their way from the thread that decodes them to one of its own that uses them, in their order: so both are at
 * work at the same time. Whoever decodes waits when {@value #LONGEST} are waiting. What fails there fails the next call here.
 */
final class FrameQueue implements AutoCloseable {

    private static final int LONGEST = 4;

    private final Decoder.Frames to;
    private final Semaphore room = new Semaphore(LONGEST);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "frames");
        made.setDaemon(true);
        return made;
    });
    private volatile Exception failure;

    FrameQueue(Decoder.Frames to) {
        this.to = to;
    }

    /** @param frame may be used again as soon as this returns */
    void take(AVFrame frame) throws IOException {
        throwFailure();
        AVFrame own = av_frame_clone(frame);
        if (own == null) throw new IOException("no memory");
        room.acquireUninterruptibly();
        thread.execute(() -> use(own));
    }

    private void use(AVFrame own) {
        try {
            if (failure == null) to.frame(own);
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            av_frame_free(own);
            room.release();
        }
    }

    /** Returns when all have been used. */
    void finish() throws IOException {
        Future<?> last = thread.submit(() -> {});
        try {
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        throwFailure();
    }

    private void throwFailure() throws IOException {
        if (failure instanceof IOException e) throw e;
        if (failure instanceof RuntimeException e) throw e;
    }

    /** Whatever is still on its way is not used; returns when nothing is used any more. */
    @Override
    public void close() {
        if (failure == null) failure = new IOException("closed");
        room.acquireUninterruptibly(LONGEST);
        thread.shutdown();
    }
}
