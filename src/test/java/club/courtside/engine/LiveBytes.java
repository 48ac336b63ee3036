package club.courtside.engine;

import club.courtside.engine.client.EngineClient;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** A viewer that takes what comes until it has enough. */
final class LiveBytes implements Flow.Subscriber<List<ByteBuffer>> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.Subscription subscription;
    private boolean ended;

    static LiveBytes of(EngineClient.Live live) {
        var viewer = new LiveBytes();
        live.bytes().subscribe(viewer);
        return viewer;
    }

    synchronized byte[] soFar() {
        return bytes.toByteArray();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    void leave() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
    }

    @Override
    public synchronized void onError(Throwable error) {
        ended = true;
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
    }
}
