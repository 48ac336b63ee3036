package club.courtside.media;

import java.time.Duration;

/** One live connection to a camera, shared by all who need it. */
public final class Feed implements AutoCloseable {

    /** @param onChange the state changed; called from the feed's thread, must return at once */
    public Feed(String id, CameraAddress address, Source.Opener opener, FeedClock clock, Runnable onChange) {
        throw new UnsupportedOperationException("in work");
    }

    public String id() {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Opens the feed when idle. When it is live, the subscriber first gets {@link Subscriber#connected} and the packets
     * since the last key frame.
     *
     * @param name of the subscriber's thread
     */
    public Subscription subscribe(String name, Subscriber subscriber) {
        throw new UnsupportedOperationException("in work");
    }

    /** Holds the connection without subscribers, or lets it go. */
    public void keepOpen(boolean needed) {
        throw new UnsupportedOperationException("in work");
    }

    /** Reconnects when the address differs. */
    public void change(CameraAddress address) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Waits until the feed is live, opening it for that.
     *
     * @param attempts at most so many connections are tried; a wrong password and the like ends it at the first
     * @throws CameraLost why it is not
     */
    public FeedSnapshot awaitLive(Duration timeout, int attempts) throws CameraLost, InterruptedException {
        throw new UnsupportedOperationException("in work");
    }

    public FeedSnapshot snapshot() {
        throw new UnsupportedOperationException("in work");
    }

    /** Disconnects, ends all subscriptions and waits for both. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("in work");
    }
}
