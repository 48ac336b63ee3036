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

    FeedAttempt(Timeline timeline, Distribution distribution, FeedFigures figures, FeedClock clock) {
        this.timeline = timeline;
        this.distribution = distribution;
        this.figures = figures;
        this.clock = clock;
    }

    /** @throws CameraLost always: why it ended */
    void run(Source.Opener opener, CameraAddress address, BooleanSupplier wanted, Backoff backoff) throws CameraLost {
        try (Source source = opener.open(address, clock)) {
            timeline.connected();
            boolean live = false;
            long begun = clock.nanos();
            long picture = begun;
            AnnouncedTracks tracks = new AnnouncedTracks(source.tracks());
            while (wanted.getAsBoolean()) {
                Packet packet = source.read();
                boolean changed = tracks.areChangedBy(packet);
                if (packet.track().isVideo()) picture = packet.arrivedNanos();
                if (packet.arrivedNanos() - picture > SILENCE)
                    throw new CameraLost(CameraLost.Reason.TIMEOUT, "The camera sends no picture any more.");
                if (!live && !packet.track().isVideo()) continue;
                if (!live || changed) distribution.connected(tracks.list());
                if (!live) figures.live(tracks.list());
                else if (changed) figures.changed(tracks.list());
                live = true;
                figures.count(packet);
                timeline.place(tracks.placed(packet)).forEach(distribution::publish);
                if (packet.arrivedNanos() - begun > SETTLED) backoff.reset();
            }
        }
        throw new CameraLost(CameraLost.Reason.STOPPED, "The connection is not needed any more.");
    }
}
