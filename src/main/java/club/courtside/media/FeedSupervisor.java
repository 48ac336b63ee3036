package club.courtside.media;

import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Keeps one camera connected while it is wanted: a failed attempt is replaced, never repaired. */
final class FeedSupervisor {

    private static final System.Logger LOG = System.getLogger(FeedSupervisor.class.getName());

    private static final CameraLost ELSEWHERE =
            new CameraLost(CameraLost.Reason.CLOSED, "The camera has another address now.");

    private final String id;
    private final Supplier<CameraAddress> address;
    private final Source.Opener opener;
    private final FeedClock clock;
    private final Distribution distribution;
    private final FeedFigures figures;
    private final Timeline timeline = new Timeline();
    private final Backoff backoff = new Backoff();
    private final Object pause = new Object();
    private boolean hurried;
    private volatile FeedAttempt attempt;

    FeedSupervisor(
            String id,
            Supplier<CameraAddress> address,
            Source.Opener opener,
            FeedClock clock,
            Distribution distribution,
            FeedFigures figures) {
        this.id = id;
        this.address = address;
        this.opener = opener;
        this.clock = clock;
        this.distribution = distribution;
        this.figures = figures;
    }

    /** Connects again and again until nobody wants it; the caller's thread is the feed's. */
    void keepConnected(BooleanSupplier wanted) {
        backoff.reset();
        boolean anew = true;
        while (wanted.getAsBoolean()) {
            CameraAddress tried = address.get();
            figures.connecting(anew);
            try {
                attempt(tried, () -> wanted.getAsBoolean() && tried.equals(address.get()));
            } catch (CameraLost why) {
                anew = Thread.interrupted() || !tried.equals(address.get());
                if (figures.state() != FeedState.LOST) {
                    LOG.log(Level.INFO, "{0}: {1}: {2}", id, tried, why.getMessage());
                    distribution.lost(tried.equals(address.get()) ? why : ELSEWHERE);
                }
                if (!anew && wanted.getAsBoolean()) {
                    figures.lost(why);
                    pause(why);
                }
            }
        }
        figures.idle();
    }

    private void attempt(CameraAddress tried, BooleanSupplier wanted) throws CameraLost {
        FeedAttempt now = new FeedAttempt(timeline, distribution, figures, clock);
        attempt = now;
        try {
            now.run(opener, tried, wanted, backoff);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.ERROR, id + ": " + tried + " could not be read", e);
            throw new CameraLost(CameraLost.Reason.CLOSED, "The camera could not be read: " + e, e);
        } finally {
            attempt = null;
        }
    }

    void watch() {
        FeedAttempt now = attempt;
        if (now != null) now.watch();
    }

    /** Replaces the running connection, if there is one. */
    void reconnect(CameraLost why) {
        FeedAttempt now = attempt;
        if (now != null) now.giveUp(why);
    }

    /** Does not wait for the end of a pause. */
    void hurry() {
        synchronized (pause) {
            hurried = true;
            clock.wake(pause);
        }
    }

    /** Cameras lock out who tries wrong passwords quickly. */
    private void pause(CameraLost why) {
        boolean careful = why.reason() == CameraLost.Reason.UNAUTHORIZED;
        synchronized (pause) {
            hurried = false;
            long until = clock.nanos() + (careful ? Backoff.LONGEST : backoff.nextNanos());
            try {
                while (!hurried && clock.nanos() - until < 0) clock.await(pause, until - clock.nanos());
                if (hurried) backoff.reset();
            } catch (InterruptedException e) {
                backoff.reset();
            }
        }
    }
}
