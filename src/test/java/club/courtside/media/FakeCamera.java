package club.courtside.media;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A camera whose every packet and failure the test decides, on the test's clock. */
public final class FakeCamera implements Source.Opener {

    private final FakeClock clock;
    private final Object lock = new Object();
    private final Deque<Object> events = new ArrayDeque<>();
    private final List<CameraAddress> opened = new ArrayList<>();
    private List<Track> tracks;
    private CameraLost away;
    private int attempts;

    public FakeCamera(FakeClock clock, List<Track> tracks) {
        this.clock = clock;
        this.tracks = tracks;
    }

    /** Sends one packet now. */
    public FakeCamera send(Packet packet) {
        put(packet);
        clock.settle();
        return this;
    }

    /** Nobody can connect, and who is connected is lost. */
    public FakeCamera fail(CameraLost.Reason reason) {
        CameraLost why = new CameraLost(reason, "the test says " + reason);
        synchronized (lock) {
            away = why;
        }
        put(why);
        clock.settle();
        return this;
    }

    /** Can be connected to again, perhaps with other tracks. */
    public FakeCamera returns(List<Track> changed) {
        synchronized (lock) {
            tracks = changed;
            away = null;
            events.clear();
        }
        return this;
    }

    /** A track as it was announced to who is connected. */
    public Track announced(Track track) {
        synchronized (lock) {
            return tracks.get(track.index());
        }
    }

    public FakeCamera returns() {
        return returns(tracks);
    }

    public FakeCamera silentFor(Duration duration) {
        clock.advance(duration);
        return this;
    }

    public List<CameraAddress> opened() {
        synchronized (lock) {
            return List.copyOf(opened);
        }
    }

    /** Waits until it was connected to so many times. */
    public void awaitOpened(int count) throws InterruptedException {
        synchronized (lock) {
            while (opened.size() < count) lock.wait();
        }
    }

    public int attempts() {
        synchronized (lock) {
            return attempts;
        }
    }

    private void put(Object event) {
        synchronized (lock) {
            events.addLast(event);
            clock.wake(lock);
        }
    }

    @Override
    public Source open(CameraAddress address, FeedClock ignored) throws CameraLost {
        synchronized (lock) {
            attempts++;
            if (away != null) throw away;
            opened.add(address);
            lock.notifyAll();
            return new Connection(tracks);
        }
    }

    private final class Connection implements Source {
        private final List<Track> found;
        private boolean aborted;

        Connection(List<Track> found) {
            this.found = found;
        }

        @Override
        public List<Track> tracks() {
            return found;
        }

        @Override
        public Packet read() throws CameraLost {
            synchronized (lock) {
                try {
                    while (events.isEmpty() && !aborted)
                        clock.await(lock, Duration.ofDays(1).toNanos());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    aborted = true;
                }
                if (aborted) throw new CameraLost(CameraLost.Reason.STOPPED, "aborted");
                Object event = events.pollFirst();
                if (event instanceof CameraLost why) throw why;
                return (Packet) event;
            }
        }

        @Override
        public void abort() {
            synchronized (lock) {
                aborted = true;
                clock.wake(lock);
            }
        }

        @Override
        public void close() {}
    }
}
