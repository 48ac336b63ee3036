package club.courtside.media.relay;

import club.courtside.media.CameraLost;
import club.courtside.media.Feed;
import club.courtside.media.Subscription;
import club.courtside.media.relay.rtp.RtpFeed;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** One feed that may be read. It is subscribed to while somebody reads it, or is about to. */
final class PublishedFeed {

    private static final int ATTEMPTS = 3;

    /** Somebody who wants to know what the feed is. */
    interface Visitor {
        void described(RtpFeed feed);

        void refused(RtspProblem why);
    }

    /** Somebody who reads. */
    interface Listener {
        Reader reader();

        /** What it was told of the feed. */
        RtpFeed feed();

        /** Nothing follows on that. */
        void ended();
    }

    private final Feed feed;
    private final EventLoop loop;
    private final ByteBufAllocator buffers;
    private final ExecutorService background;
    private final Duration patience;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private int users;
    private volatile int readers;
    private Subscription subscription;
    private Reading reading;

    /** @param background for what takes its time */
    PublishedFeed(Feed feed, EventLoop loop, ByteBufAllocator buffers, ExecutorService background, Duration patience) {
        this.feed = feed;
        this.loop = loop;
        this.buffers = buffers;
        this.background = background;
        this.patience = patience;
    }

    boolean isOf(Feed other) {
        return feed == other;
    }

    /** Connects the camera when needed. {@link #leave()} follows when {@code visitor} needs it no more, whatever it heard. */
    void enter(Visitor visitor) {
        users++;
        try {
            if (reading == null) {
                reading = new Reading();
                var broadcast = new Broadcast(feed.id(), loop, buffers, reading);
                subscription = feed.subscribe("relay " + feed.id(), broadcast);
            }
        } catch (IllegalStateException closed) {
            reading = null;
            visitor.refused(new RtspProblem(RtspStatus.NOT_FOUND, "the camera was removed"));
            return;
        }
        if (reading.live) visitor.described(reading.description);
        else await(visitor);
    }

    private void await(Visitor visitor) {
        visitors.add(visitor);
        var late = new RtspProblem(RtspStatus.UNAVAILABLE, "the camera sends no picture at the moment");
        loop.schedule(() -> refuse(visitor, late), patience.toMillis(), TimeUnit.MILLISECONDS);
        if (visitors.size() > 1) return;
        background.execute(() -> {
            try {
                feed.awaitLive(patience, ATTEMPTS);
            } catch (CameraLost lost) {
                loop.execute(() -> refuseAll(new RtspProblem(RtspStatus.UNAVAILABLE, lost.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void refuse(Visitor visitor, RtspProblem why) {
        if (visitors.remove(visitor)) visitor.refused(why);
    }

    private void refuseAll(RtspProblem why) {
        List<Visitor> all = List.copyOf(visitors);
        visitors.clear();
        all.forEach(visitor -> visitor.refused(why));
    }

    void leave() {
        if (--users > 0) return;
        Subscription unused = subscription;
        if (reading != null) reading.end();
        reading = null;
        subscription = null;
        // It may wait for the subscriber's thread, which may wait for this one.
        if (unused != null) background.execute(unused::close);
    }

    /** From now on {@code listener} reads, beginning with the running group of pictures. */
    void join(Listener listener) {
        listeners.add(listener);
        readers = listeners.size();
        if (reading == null || !reading.continues(listener.feed())) listener.ended();
        else reading.running.forEach(listener.reader()::offer);
    }

    void part(Listener listener) {
        listeners.remove(listener);
        readers = listeners.size();
    }

    /** The frame that a reader of that track begins with; null while that is not known. */
    Frame first(int track) {
        return reading == null ? null : reading.running.first(track);
    }

    /** How many read; from any thread. */
    int readers() {
        return readers;
    }

    /** What came of one subscription. */
    private final class Reading implements Broadcast.Audience {
        private final RunningFrames running = new RunningFrames();
        private RtpFeed description;
        private boolean live;
        private boolean over;

        @Override
        public void described(RtpFeed told) {
            description = told;
            live = !over;
            if (over) return;
            List<Visitor> all = List.copyOf(visitors);
            visitors.clear();
            all.forEach(visitor -> visitor.described(told));
        }

        @Override
        public void frame(Frame frame) {
            if (!over) {
                running.add(frame);
                for (Listener listener : listeners) listener.reader().offer(frame);
            }
            frame.release();
        }

        @Override
        public void interrupted() {
            live = false;
            running.forget();
        }

        @Override
        public void changed() {
            live = false;
            running.forget();
            endReaders();
        }

        @Override
        public void refused(String why) {
            if (over) return;
            live = false;
            refuseAll(new RtspProblem(RtspStatus.UNSUPPORTED_MEDIA, why));
            endReaders();
        }

        @Override
        public void ended() {
            if (over) return;
            end();
            reading = null;
            refuseAll(new RtspProblem(RtspStatus.NOT_FOUND, "the camera was removed"));
            endReaders();
        }

        /** Whether the tracks are still those that somebody was told of. */
        boolean continues(RtpFeed told) {
            return description != null && description.tracks().equals(told.tracks());
        }

        private void endReaders() {
            List.copyOf(listeners).forEach(Listener::ended);
        }

        private void end() {
            over = true;
            live = false;
            running.clear();
        }
    }
}
