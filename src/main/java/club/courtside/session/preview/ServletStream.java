package club.courtside.session.preview;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * Carries one live stream of the engine to one HTTP viewer without holding a thread: the next bytes are asked for when
 * the viewer has taken the last ones, so a slow viewer is skipped ahead by the engine, never buffered here.
 */
final class ServletStream implements Flow.Subscriber<List<ByteBuffer>>, WriteListener, AsyncListener {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private Flow.Subscription engine;
    private Runnable afterwards = () -> {};
    private boolean asked;
    private boolean ended;
    private long takenAt = System.nanoTime();

    ServletStream(AsyncContext context) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        context.addListener(this);
    }

    /** What is to be done when the viewer has left, or was sent away. */
    void onLeave(Runnable task) {
        afterwards = task;
    }

    void leave() {
        end();
    }

    /** It has not taken for so long what waits for it: over HTTP/2 nobody says that the viewer is gone. */
    synchronized boolean isStalledFor(Duration time) {
        return !waiting.isEmpty() && System.nanoTime() - takenAt > time.toNanos();
    }

    void start(Flow.Publisher<List<ByteBuffer>> bytes) {
        bytes.subscribe(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        engine = subscription;
        if (ended) subscription.cancel();
        else out.setWriteListener(this);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> bytes) {
        asked = false;
        waiting.addAll(bytes);
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (!ended && out.isReady()) {
                takenAt = System.nanoTime();
                ByteBuffer next = waiting.poll();
                if (next == null) {
                    out.flush();
                    askForMore();
                    return;
                }
                byte[] bytes = new byte[next.remaining()];
                next.get(bytes);
                out.write(bytes);
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private void askForMore() {
        if (asked) return;
        asked = true;
        engine.request(1);
    }

    private synchronized void end() {
        if (ended) return;
        ended = true;
        waiting.clear();
        afterwards.run();
        if (engine != null) engine.cancel();
        try {
            context.complete();
        } catch (IllegalStateException alreadyComplete) {
            // the container was faster
        }
    }

    @Override
    public void onError(Throwable cause) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
