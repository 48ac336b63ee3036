package club.courtside.media;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One subscriber's bounded queue and thread: whatever the subscriber does, the feed goes on. */
final class SubscriberQueue implements Subscription, Runnable {

    /**
     * What happens when the subscriber lags.
     *
     * @param keepOldest whether what is queued is kept and the newest left out (a file), or the reverse (a live view)
     * @param gather for how many nanoseconds packets may wait for others, to be dealt with together: waking a thread for
     *     each costs as much as writing it. A key frame waits for nothing
     * @param memory that it shares with others
     */
    record Limits(long bytes, int packets, boolean keepOldest, long gather, SharedMemory memory) {
        static final Limits LIVE = new Limits(16 << 20, 600, false, 0, SharedMemory.OF_THE_PROCESS);
        static final Limits FILE = new Limits(48 << 20, 50_000, true, 150_000_000, SharedMemory.OF_THE_PROCESS);
    }

    private sealed interface Event {}

    private record Connected(List<Track> tracks) implements Event {}

    /** @param at when it was put here */
    private record Arrived(Packet packet, long at) implements Event {}

    private record Skipped(int packets) implements Event {}

    private record Lost(CameraLost why) implements Event {}

    private static final System.Logger LOG = System.getLogger(SubscriberQueue.class.getName());
    private static final long SILENCE = 500_000_000L;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Object lock = new Object();
    private final Subscriber subscriber;
    private final Limits limits;
    private final FeedClock clock;
    private final Consumer<SubscriberQueue> leave;
    private final Thread thread;
    private final Deque<Event> events = new ArrayDeque<>();
    private long bytes;
    private int packets;
    private int skipping;
    private long skipped;
    private boolean begun;
    private boolean closing;
    private long silentAt;
    private Arrived handled;

    SubscriberQueue(
            String name, Subscriber subscriber, Limits limits, FeedClock clock, Consumer<SubscriberQueue> leave) {
        this.subscriber = subscriber;
        this.limits = limits;
        this.clock = clock;
        this.leave = leave;
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    void start() {
        silentAt = clock.nanos() + SILENCE;
        thread.start();
    }

    void connected(List<Track> tracks) {
        synchronized (lock) {
            begun = false;
            put(new Connected(tracks));
        }
    }

    void lost(CameraLost why) {
        synchronized (lock) {
            put(new Lost(why));
        }
    }

    /** Takes a packet, or leaves it out when there is no room; after a connection the first is a key frame. */
    void offer(Packet packet) {
        synchronized (lock) {
            if (closing) return;
            boolean begins = packet.key() && packet.track().isVideo();
            if (!begun && !begins) return;
            begun = true;
            if (!hasRoom(packet, begins)) {
                skipping++;
                return;
            }
            endSkipping();
            events.addLast(new Arrived(packet, clock.nanos()));
            if (begins || limits.gather() == 0) clock.wake(lock);
            bytes += packet.size();
            packets++;
        }
    }

    /** Once packets were left out, it begins again with a key frame, and only when half of the room is free. */
    private boolean hasRoom(Packet packet, boolean begins) {
        if (skipping > 0 && !begins) return false;
        int times = skipping > 0 ? 2 : 1;
        boolean room = times * bytes + packet.size() <= limits.bytes() && times * packets < limits.packets();
        if (room && limits.memory().take(times * bytes, packet.size())) return true;
        if (limits.keepOldest()) return false;
        forgetQueued();
        return begins && limits.memory().take(0, packet.size());
    }

    private void forgetQueued() {
        skipping += packets;
        for (Event event : events)
            if (event instanceof Skipped before) {
                skipping += before.packets();
                skipped -= before.packets();
            }
        events.removeIf(event -> event instanceof Arrived || event instanceof Skipped);
        limits.memory().give(bytes);
        packets = 0;
        bytes = 0;
    }

    private void endSkipping() {
        if (skipping == 0) return;
        skipped += skipping;
        put(new Skipped(skipping));
        skipping = 0;
    }

    private void put(Event event) {
        if (closing) return;
        events.addLast(event);
        clock.wake(lock);
    }

    @Override
    public void run() {
        try {
            for (Event event = next(); event != null || !ended(); event = next()) deliver(event);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, thread.getName() + " failed and ends", e);
        } finally {
            close();
            forgetAll();
            subscriber.closed();
        }
    }

    private void forgetAll() {
        synchronized (lock) {
            forgetQueued();
            handled = null;
        }
    }

    /** For how many nanoseconds the oldest packet that was taken has been waiting to be dealt with; 0 when none waits. */
    long lag() {
        synchronized (lock) {
            Arrived oldest = handled;
            for (Event event : events) {
                if (oldest != null) break;
                if (event instanceof Arrived arrived) oldest = arrived;
            }
            return oldest == null ? 0 : clock.nanos() - oldest.at();
        }
    }

    private boolean ended() {
        synchronized (lock) {
            return closing && events.isEmpty();
        }
    }

    /** Null when it was silent for a while, or when the subscription ended. */
    private Event next() {
        synchronized (lock) {
            handled = null;
            try {
                while (events.isEmpty() && !closing && clock.nanos() - silentAt < 0) clock.await(lock, untilNextLook());
            } catch (InterruptedException e) {
                closing = true;
            }
            silentAt = clock.nanos() + SILENCE;
            Event event = events.pollFirst();
            if (event instanceof Arrived arrived) {
                handled = arrived;
                packets--;
                bytes -= arrived.packet().size();
                limits.memory().give(arrived.packet().size());
            }
            return event;
        }
    }

    private long untilNextLook() {
        long silent = silentAt - clock.nanos();
        return limits.gather() == 0 ? silent : Math.min(silent, limits.gather());
    }

    private void deliver(Event event) {
        if (event instanceof Arrived arrived) subscriber.packet(arrived.packet());
        else if (event instanceof Connected connected) subscriber.connected(connected.tracks());
        else if (event instanceof Lost lost) subscriber.lost(lost.why());
        else if (event instanceof Skipped skip) subscriber.skipped(skip.packets());
        else subscriber.idle();
    }

    @Override
    public int queued() {
        synchronized (lock) {
            return packets;
        }
    }

    @Override
    public long skipped() {
        synchronized (lock) {
            return skipped + skipping;
        }
    }

    /** Ends without waiting. */
    void end() {
        leave.accept(this);
        synchronized (lock) {
            if (closing) return;
            closing = true;
            clock.wake(lock);
        }
    }

    @Override
    public void close() {
        end();
        if (Thread.currentThread() == thread) return;
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
