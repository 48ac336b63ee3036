package club.courtside.media;

/** A subscriber's hold on a feed; while it lasts the feed stays connected. */
public interface Subscription extends AutoCloseable {

    /** Packets that wait for the subscriber. */
    int queued();

    /** Packets left out so far because the subscriber lagged. */
    long skipped();

    /**
     * No more packets are taken; what is queued is still delivered, then {@link Subscriber#closed()} is called. Waits for
     * that up to ten seconds; called from the subscriber's own thread it returns at once. Idempotent.
     */
    @Override
    void close();
}
