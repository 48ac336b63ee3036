package club.courtside.media;

import java.time.Duration;

/**
 * A camera's H.264 for browsers, not transcoded: muxed once however many watch, not at all while nobody does. A viewer
 * that is too slow is skipped ahead and never holds up anybody.
 */
public final class LiveVideo {

    private static final int ATTEMPTS = 3;

    private final Feed feed;
    private final SharedSubscription<VideoFragments> shared;

    public LiveVideo(Feed feed, FragmentWriter.Factory writers) {
        this.feed = feed;
        this.shared = new SharedSubscription<>(feed, "live", () -> new VideoFragments(writers));
    }

    /**
     * Connects the camera when needed.
     *
     * @param patience how long to wait for the connection, and for the first key frame
     * @throws CameraLost when it does not come, or is no H.264
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
