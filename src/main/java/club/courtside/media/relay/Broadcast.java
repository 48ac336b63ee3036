package club.courtside.media.relay;

import club.courtside.media.CameraLost;
import club.courtside.media.Packet;
import club.courtside.media.Subscriber;
import club.courtside.media.Track;
import club.courtside.media.relay.rtp.NotCarried;
import club.courtside.media.relay.rtp.RtpFeed;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Cuts one feed's packets, once for all who read it, and hands them to the relay's thread. This is the subscriber's
 * thread; when the relay's does not follow, it waits, and the feed skips it ahead.
 */
final class Broadcast implements Subscriber {

    private static final System.Logger LOG = System.getLogger(Broadcast.class.getName());
    private static final int AHEAD = 64;
    private static final long BETWEEN_REPORTS = 5_000_000;

    /** Takes what is cut, in the relay's thread. */
    interface Audience {
        /** Who reads, or wants to, can be told. */
        void described(RtpFeed feed);

        void frame(Frame frame);

        /** The camera is away. */
        void interrupted();

        /** Other codec parameters follow: who reads has to be told anew. */
        void changed();

        /** RTP has no way for what this camera sends. */
        void refused(String why);

        /** Nothing follows. */
        void ended();
    }

    private final String name;
    private final EventLoop loop;
    private final ByteBufAllocator buffers;
    private final Audience audience;
    private final Semaphore room = new Semaphore(AHEAD);
    private final Random random = new Random();
    private List<Track> found = List.of();
    private RtpFeed feed;
    private FrameCutter cutter;
    private boolean anew;
    private boolean complained;
    private Instant epoch;
    private long reportAt;

    Broadcast(String name, EventLoop loop, ByteBufAllocator buffers, Audience audience) {
        this.name = name;
        this.loop = loop;
        this.buffers = buffers;
        this.audience = audience;
    }

    @Override
    public void connected(List<Track> tracks) {
        found = tracks;
        anew = true;
    }

    @Override
    public void packet(Packet packet) {
        try {
            if (anew) begin(packet);
            if (cutter == null) return;
            report(packet);
            Frame frame = cutter.cut(packet);
            if (frame != null) tell(() -> audience.frame(frame));
        } catch (NotCarried e) {
            complain(e);
        }
    }

    /** The first packet of a connection is a key frame, and it says what the camera does not announce. */
    private void begin(Packet first) {
        anew = false;
        try {
            RtpFeed now = RtpFeed.of(found, first, random);
            if (feed != null && !feed.isContinuedBy(now)) {
                tell(audience::changed);
                feed = null;
            }
            feed = feed == null ? now : feed.fedFrom(now);
            cutter = new FrameCutter(feed, buffers);
            RtpFeed described = feed;
            tell(() -> audience.described(described));
        } catch (NotCarried e) {
            feed = null;
            cutter = null;
            complain(e);
            tell(() -> audience.refused(e.getMessage()));
        }
    }

    private void report(Packet packet) {
        if (epoch == null) {
            long age = System.nanoTime() - packet.arrivedNanos();
            epoch = Instant.now().minusNanos(age).minusNanos(packet.ptsMicros() * 1000);
            reportAt = packet.ptsMicros();
        }
        if (packet.ptsMicros() < reportAt) return;
        reportAt = packet.ptsMicros() + BETWEEN_REPORTS;
        Instant wall = epoch.plusNanos(packet.ptsMicros() * 1000);
        for (Frame report : cutter.reports(packet.ptsMicros(), wall)) tell(() -> audience.frame(report));
    }

    private void complain(NotCarried why) {
        if (!complained) LOG.log(Level.WARNING, "{0} is not relayed: {1}", name, why.getMessage());
        complained = true;
    }

    @Override
    public void lost(CameraLost why) {
        tell(audience::interrupted);
    }

    @Override
    public void closed() {
        tell(audience::ended);
    }

    private void tell(Runnable news) {
        try {
            while (!room.tryAcquire(1, TimeUnit.SECONDS)) if (loop.isShuttingDown()) return;
            loop.execute(() -> {
                try {
                    news.run();
                } finally {
                    room.release();
                }
            });
        } catch (RejectedExecutionException over) {
            // The relay is closed: nobody is left to be told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
