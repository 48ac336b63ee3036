package club.courtside.media;

import java.time.Duration;

/**
 * A camera's H.264 for browsers, not transcoded; H.265, which most of them cannot play, becomes H.264. Muxed and transcoded
 * once however many watch, not at all while nobody does. A viewer that is too slow is skipped ahead and never holds up
 * anybody.
 */
public final class LiveVideo {

    private static final int ATTEMPTS = 3;

    private final Feed feed;
    private final SharedSubscription<VideoFragments> shared;

    /** @param toH264 cheap and without delay */
    public LiveVideo(Feed feed, FragmentWriter.Factory writers, Conversion.Opener toH264) {
        this.feed = feed;
        this.shared = new SharedSubscription<>(feed, "live", () -> new VideoFragments(writers, toH264));
    }

    /**
     * Connects the camera when needed.
     *
     * @param patience how long to wait for the connection, and for the first key frame
     * @throws CameraLost when it does not come, or is neither H.264 nor H.265
     */
    public VideoViewer open(Duration patience) throws CameraLost, InterruptedException {
        VideoFragments fragments = shared.enter();
        VideoViewer viewer = null;
        try {
            feed.awaitLive(patience, ATTEMPTS);
            viewer = fragments.await(patience).join(shared::leave);
            return viewer;
        } finally {
            if (viewer == null) shared.leave();
        }
    }

    public int viewers() {
        return shared.users();
    }
}
