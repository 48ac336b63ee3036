package club.courtside.media;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands one feed's packets to all who want them. Who joins gets the running group of pictures first, with nothing missing
 * and nothing twice.
 */
final class Distribution {

    private final FeedClock clock;
    private final Set<SubscriberQueue> subscribers = new LinkedHashSet<>();
    private final GroupOfPictures running = new GroupOfPictures();
    private List<Track> tracks = List.of();
    private boolean connected;
    private CameraLost away;

    Distribution(FeedClock clock) {
        this.clock = clock;
    }

    synchronized SubscriberQueue join(String name, Subscriber subscriber, SubscriberQueue.Limits limits) {
        SubscriberQueue queue = new SubscriberQueue(name, subscriber, limits, clock, this::leave);
        if (connected) {
            queue.connected(tracks);
            running.packets().forEach(queue::offer);
        } else if (away != null) {
            queue.lost(away);
        }
        subscribers.add(queue);
        queue.start();
        return queue;
    }

    private synchronized void leave(SubscriberQueue queue) {
        subscribers.remove(queue);
    }

    synchronized boolean hasSubscribers() {
        return !subscribers.isEmpty();
    }

    synchronized void connected(List<Track> found) {
        tracks = List.copyOf(found);
        connected = true;
        away = null;
        running.clear();
        subscribers.forEach(subscriber -> subscriber.connected(tracks));
    }

    synchronized void publish(Packet packet) {
        running.add(packet);
        subscribers.forEach(subscriber -> subscriber.offer(packet));
    }

    synchronized void lost(CameraLost why) {
        connected = false;
        away = why;
        running.clear();
        subscribers.forEach(subscriber -> subscriber.lost(why));
    }

    void closeAll() {
        List<SubscriberQueue> all;
        synchronized (this) {
            all = new ArrayList<>(subscribers);
        }
        all.forEach(SubscriberQueue::end);
        all.forEach(SubscriberQueue::close);
    }
}
