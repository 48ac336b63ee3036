package club.courtside.media;

import java.util.function.BooleanSupplier;

/** One connection to a camera, from the first byte to its end. */
final class FeedAttempt {

    /** A camera that sends no picture for so long is lost, whatever else it sends. */
    static final long SILENCE = 5_000_000_000L;

    private static final long SETTLED = 2_000_000_000L;

    private final Timeline timeline;
    private final Distribution distribution;
    private final FeedFigures figures;
    private final FeedClock clock;
    private volatile Source reading;
    private volatile long picture;
    private volatile CameraLost given;

    FeedAttempt(Timeline timeline, Distribution distribution, FeedFigures figures, FeedClock clock) {
        this.timeline = timeline;
        this.distribution = distribution;
        this.figures = figures;
        this.clock = clock;
    }

    /** @throws CameraLost always: why it ended */
    void run(Source.Opener opener, CameraAddress address, BooleanSupplier wanted, Backoff backoff) throws CameraLost {
        try (Source source = opener.open(address, clock)) {
            read(source, wanted, backoff);
        } catch (CameraLost lost) {
            CameraLost why = given;
            throw why == null ? lost : why;
        }
        throw CameraLost.stopped();
    }

    private void read(Source source, BooleanSupplier wanted, Backoff backoff) throws CameraLost {
        try {
            timeline.connected();
            boolean live = false;
            long begun = clock.nanos();
            picture = begun;
            reading = source;
            AnnouncedTracks tracks = new AnnouncedTracks(source.tracks());
            while (wanted.getAsBoolean()) {
                Packet packet = source.read();
                boolean changed = tracks.areChangedBy(packet);
                if (packet.track().isVideo()) picture = packet.arrivedNanos();
                if (packet.arrivedNanos() - picture > SILENCE) throw silent();
                if (!live && !packet.track().isVideo()) continue;
                if (!live || changed) distribution.connected(tracks.list());
                if (!live) figures.live(tracks.list());
                else if (changed) figures.changed(tracks.list());
                live = true;
                figures.count(packet);
                timeline.place(tracks.placed(packet)).forEach(distribution::publish);
                if (packet.arrivedNanos() - begun > SETTLED) backoff.reset();
            }
        } finally {
            reading = null;
        }
    }

    private static CameraLost silent() {
        return new CameraLost(CameraLost.Reason.TIMEOUT, "The camera sends no picture any more.");
    }

    /** Ends it when no picture comes though the source still waits, say because bytes come that make none. */
    void watch() {
        if (reading != null && clock.nanos() - picture > SILENCE) giveUp(silent());
    }

    /** From any thread. */
    void giveUp(CameraLost why) {
        Source source = reading;
        if (source == null) return;
        given = why;
        source.abort();
    }
}
