package club.courtside.media;

import java.time.Instant;
import java.util.List;

/** How a feed stands, readable at any time from any thread; who waits for a change of it is woken. */
final class FeedFigures {

    private final FeedClock clock;
    private final Runnable onChange;
    private final Meter meter = new Meter();
    private FeedState state = FeedState.IDLE;
    private Instant since;
    private CameraLost lost;
    private List<Track> tracks = List.of();
    private int connections;
    private int failures;

    FeedFigures(FeedClock clock, Runnable onChange) {
        this.clock = clock;
        this.onChange = onChange;
        this.since = clock.now();
    }

    void count(Packet packet) {
        meter.count(packet);
    }

    void idle() {
        enter(FeedState.IDLE, null);
    }

    /** An attempt begins; while a camera is lost it stays lost until an attempt succeeds. */
    void connecting(boolean anew) {
        synchronized (this) {
            if (!anew && state == FeedState.LOST) return;
        }
        enter(FeedState.CONNECTING, null);
    }

    void live(List<Track> found) {
        synchronized (this) {
            tracks = List.copyOf(found);
            connections++;
            meter.restart(clock.nanos());
        }
        enter(FeedState.LIVE, null);
    }

    /** Goes on with other parameters. */
    void changed(List<Track> found) {
        synchronized (this) {
            tracks = List.copyOf(found);
        }
        onChange.run();
    }

    void lost(CameraLost why) {
        synchronized (this) {
            failures++;
        }
        enter(FeedState.LOST, why);
    }

    private void enter(FeedState next, CameraLost why) {
        synchronized (this) {
            if (state != next) since = clock.now();
            state = next;
            lost = why;
            clock.wake(this);
        }
        onChange.run();
    }

    synchronized FeedState state() {
        return state;
    }

    synchronized int failures() {
        return failures;
    }

    /** Why the last attempt failed; null when it did not. */
    synchronized CameraLost lastFailure() {
        return lost;
    }

    synchronized FeedSnapshot snapshot() {
        boolean live = state == FeedState.LIVE;
        long now = clock.nanos();
        return new FeedSnapshot(
                state,
                since,
                lost == null ? null : lost.reason(),
                lost == null ? null : lost.getMessage(),
                tracks,
                live ? meter.bitsPerSecond(now) : 0,
                live ? meter.framesPerSecond(now) : 0,
                meter.frames(),
                meter.bytes(),
                Math.max(0, connections - 1));
    }
}
