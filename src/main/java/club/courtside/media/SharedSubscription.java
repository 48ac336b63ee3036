package club.courtside.media;

import java.util.function.Supplier;

/** One subscription to a feed for everybody who watches in the same way; there only while somebody does. */
final class SharedSubscription<S extends Subscriber> {

    private final Feed feed;
    private final String name;
    private final Supplier<S> subscribers;
    private S subscriber;
    private Subscription subscription;
    private int users;

    SharedSubscription(Feed feed, String name, Supplier<S> subscribers) {
        this.feed = feed;
        this.name = name;
        this.subscribers = subscribers;
    }

    synchronized S enter() {
        if (users == 0) {
            subscriber = subscribers.get();
            subscription = feed.subscribe(name + " " + feed.id(), subscriber);
        }
        users++;
        return subscriber;
    }

    void leave() {
        Subscription unused;
        synchronized (this) {
            if (--users > 0) return;
            unused = subscription;
        }
        // Outside the lock: it may wait for the subscriber's thread.
        unused.close();
    }

    synchronized int users() {
        return users;
    }
}
