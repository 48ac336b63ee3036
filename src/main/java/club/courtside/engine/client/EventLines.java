package club.courtside.engine.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Brings the lines of an endless answer to the thread that waits for them, a few at a time. */
final class EventLines implements Flow.Subscriber<String> {

    private static final int AHEAD = 64;

    private record Line(String text, Throwable end) {}

    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    /** @throws IOException when the answer ended, or nothing came for that long */
    String next(Duration silence) throws IOException, InterruptedException {
        Line line = lines.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) throw new IOException("the engine has fallen silent");
        if (line.text() == null) throw new IOException("the engine went away", line.end());
        subscription.request(1);
        return line.text();
    }

    void cancel() {
        if (subscription != null) subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(AHEAD);
    }

    @Override
    public void onNext(String text) {
        lines.add(new Line(text, null));
    }

    @Override
    public void onError(Throwable error) {
        lines.add(new Line(null, error));
    }

    @Override
    public void onComplete() {
        lines.add(new Line(null, null));
    }
}
