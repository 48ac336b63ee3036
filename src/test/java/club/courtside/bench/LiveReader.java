package club.courtside.bench;

import club.courtside.engine.client.EngineClient;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;

/** Somebody who watches through the engine, as fast as it comes, and looks at nothing. */
public final class LiveReader implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

    private Flow.Subscription subscription;
    private boolean closed;
    private long bytes;

    /** @param kind {@code live.mp4} or {@code live.mjpeg} */
    public static LiveReader open(EngineClient engine, String camera, String kind, Map<String, String> query) {
        var reader = new LiveReader();
        engine.live(camera, kind, query)
                .thenAccept(live -> live.bytes().subscribe(reader))
                .exceptionally(refused -> null);
        return reader;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) given.cancel();
        else given.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> parts) {
        parts.forEach(part -> bytes += part.remaining());
    }

    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public void onError(Throwable error) {
        // The engine left, which whoever measures sees by the bytes.
    }

    @Override
    public void onComplete() {
        // As above.
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) subscription.cancel();
    }
}
