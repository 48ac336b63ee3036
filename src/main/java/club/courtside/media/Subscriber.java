package club.courtside.media;

import java.util.List;

/**
 * Somebody who wants a feed's packets: a recorder, a live view. Each has a bounded queue and a thread of its own, so
 * nothing it does slows the feed or another subscriber. All methods are called from that one thread, in order.
 */
public interface Subscriber {

    /**
     * The camera is connected (again), or has changed its parameters on the way; its tracks may differ from the last time.
     * Comes before any packet; the next video packet is a key frame.
     */
    void connected(List<Track> tracks);

    void packet(Packet packet);

    /** The connection is lost; the feed keeps trying. What was received should now be safe on disk. */
    void lost(CameraLost why);

    /** Packets were left out because this subscriber lagged; the next video packet is a key frame. */
    default void skipped(int packets) {}

    /** Nothing has arrived for about half a second; a good moment to flush. Comes again while the silence lasts. */
    default void idle() {}

    /** The subscription ended; nothing follows. */
    void closed();
}
