package club.courtside.engine;

import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedStatus;
import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import club.courtside.media.Feed;
import club.courtside.media.LivePictures;
import club.courtside.media.LiveVideo;
import club.courtside.media.relay.Relay;
import java.time.Duration;
import java.util.Locale;

/** One camera with what can be watched of it. */
final class EngineFeed implements AutoCloseable {

    private final String id;
    private final Feed feed;
    private final LiveVideo video;
    private final LivePictures pictures;
    private final Relay relay;

    EngineFeed(String id, CameraAddress address, MediaParts parts, Relay relay, int mostViewers, Runnable onChange) {
        this.id = id;
        this.relay = relay;
        this.feed = new Feed(id, address, parts.cameras(), parts.clock(), onChange);
        this.video = new LiveVideo(feed, parts.fragments(), parts.liveConversion());
        this.pictures = new LivePictures(feed, parts.pictures(), parts.clock(), mostViewers);
    }

    static CameraAddress address(FeedSpec spec) {
        try {
            var transport = spec.transport() == null
                    ? CameraAddress.Transport.TCP
                    : CameraAddress.Transport.valueOf(spec.transport().toUpperCase(Locale.ROOT));
            return CameraAddress.parse(spec.url(), spec.username(), spec.password(), transport);
        } catch (IllegalArgumentException e) {
            throw Problem.badAddress(e.getMessage());
        }
    }

    void change(FeedSpec spec) {
        feed.change(address(spec));
        publish(spec);
        feed.keepOpen(spec.keepOpen());
    }

    void publish(FeedSpec spec) {
        relay.publish(feed, spec.paths());
    }

    void keepOpen(boolean needed) {
        feed.keepOpen(needed);
    }

    FeedStatus awaitLive(Duration timeout, int attempts) throws InterruptedException {
        try {
            feed.awaitLive(timeout, attempts);
            return status();
        } catch (CameraLost lost) {
            throw Problem.unusable(lost);
        }
    }

    FeedStatus status() {
        return Statuses.of(id, feed.snapshot(), video.viewers() + pictures.viewers() + relay.readersOf(id));
    }

    Feed feed() {
        return feed;
    }

    LiveVideo video() {
        return video;
    }

    LivePictures pictures() {
        return pictures;
    }

    @Override
    public void close() {
        relay.withdraw(feed);
        feed.close();
    }
}
