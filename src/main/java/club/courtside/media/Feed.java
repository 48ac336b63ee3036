package club.courtside.media;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One live connection to a camera, shared by all who need it. It opens when first needed, is replaced when it breaks, and
 * closes a while after the last need.
 */
public final class Feed implements AutoCloseable {

    private static final long LINGER = 10_000_000_000L;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final Set<CameraLost.Reason> HOPELESS = EnumSet.of(
            CameraLost.Reason.UNAUTHORIZED,
            CameraLost.Reason.NOT_FOUND,
            CameraLost.Reason.NO_VIDEO,
            CameraLost.Reason.UNSUPPORTED_CODEC,
            CameraLost.Reason.BAD_ADDRESS);

    private final String id;
    private final FeedClock clock;
    private final Distribution distribution;
    private final FeedFigures figures;
    private final FeedSupervisor supervisor;
    private final Object lock = new Object();
    private volatile CameraAddress address;
    private Thread thread;
    private boolean keptOpen;
    private int waiting;
    private long neededAt;
    private volatile boolean closed;

    /** @param onChange the state changed; called from the feed's thread, must return at once */
    public Feed(String id, CameraAddress address, Source.Opener opener, FeedClock clock, Runnable onChange) {
        if (id == null || address == null) throw new IllegalArgumentException("a feed has an id and an address");
        this.id = id;
        this.address = address;
        this.clock = clock;
        this.distribution = new Distribution(clock);
        this.figures = new FeedFigures(clock, onChange);
        this.supervisor = new FeedSupervisor(id, () -> this.address, opener, clock, distribution, figures);
    }

    public String id() {
        return id;
    }

    /**
     * Opens the feed when idle. When it is live, the subscriber first gets {@link Subscriber#connected} and the packets
     * since the last key frame.
     *
     * @param name of the subscriber's thread
     * @throws IllegalStateException when the feed is closed
     */
    public Subscription subscribe(String name, Subscriber subscriber) {
        return subscribe(name, subscriber, SubscriberQueue.Limits.LIVE);
    }

    SubscriberQueue subscribe(String name, Subscriber subscriber, SubscriberQueue.Limits limits) {
        synchronized (lock) {
            if (closed) throw new IllegalStateException("the feed " + id + " is closed");
            SubscriberQueue subscription = distribution.join(name, subscriber, limits);
            open();
            return subscription;
        }
    }

    /** Holds the connection without subscribers, or lets it go. */
    public void keepOpen(boolean needed) {
        synchronized (lock) {
            keptOpen = needed;
            if (needed && !closed) open();
        }
    }

    /** Reconnects when the address differs. */
    public void change(CameraAddress changed) {
        synchronized (lock) {
            if (changed.equals(address)) return;
            address = changed;
            if (thread != null) thread.interrupt();
        }
    }

    /**
     * Waits until the feed is live, opening it for that.
     *
     * @param attempts at most so many connections are tried; a wrong password and the like ends it at the first
     * @throws CameraLost why it is not
     */
    public FeedSnapshot awaitLive(Duration timeout, int attempts) throws CameraLost, InterruptedException {
        long deadline = clock.nanos() + timeout.toNanos();
        int failed;
        synchronized (lock) {
            if (closed) throw new CameraLost(CameraLost.Reason.STOPPED, "The camera was removed.");
            failed = figures.failures();
            waiting++;
            if (thread != null) supervisor.hurry();
            open();
        }
        try {
            return awaitLive(deadline, failed, attempts);
        } finally {
            synchronized (lock) {
                waiting--;
                neededAt = clock.nanos();
            }
        }
    }

    private FeedSnapshot awaitLive(long deadline, int failed, int attempts) throws CameraLost, InterruptedException {
        synchronized (figures) {
            while (figures.state() != FeedState.LIVE) {
                CameraLost last = figures.lastFailure();
                int failures = figures.failures() - failed;
                long left = closed ? 0 : deadline - clock.nanos();
                boolean givenUp = failures > 0 && last != null && HOPELESS.contains(last.reason());
                if (last != null && (givenUp || failures >= attempts || left <= 0)) throw last;
                if (left <= 0) throw new CameraLost(CameraLost.Reason.TIMEOUT, "The camera did not answer in time.");
                clock.await(figures, left);
            }
            return figures.snapshot();
        }
    }

    public FeedSnapshot snapshot() {
        return figures.snapshot();
    }

    /** Finds a connection that brings nothing, and replaces it; to be called about every second. */
    public void watch() {
        supervisor.watch();
    }

    /** Replaces the connection: what it brings is of no use. */
    void reconnect(CameraLost why) {
        supervisor.reconnect(why);
    }

    private void open() {
        neededAt = clock.nanos();
        if (thread != null) return;
        thread = new Thread(this::run, "feed " + id);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        do {
            supervisor.keepConnected(this::wanted);
        } while (!ended());
    }

    /** Ends this thread, unless somebody came meanwhile. */
    private boolean ended() {
        synchronized (lock) {
            if (wanted()) return false;
            thread = null;
            return true;
        }
    }

    private boolean wanted() {
        synchronized (lock) {
            if (closed) return false;
            if (keptOpen || waiting > 0 || distribution.hasSubscribers()) neededAt = clock.nanos();
            return clock.nanos() - neededAt < LINGER;
        }
    }

    /** Disconnects, ends all subscriptions and waits for both. */
    @Override
    public void close() {
        Thread running;
        synchronized (lock) {
            closed = true;
            running = thread;
            if (running != null) running.interrupt();
        }
        try {
            if (running != null) TimeUnit.MILLISECONDS.timedJoin(running, PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        distribution.closeAll();
    }
}
