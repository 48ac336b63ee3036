package club.courtside.media;

import java.time.Duration;

/**
 * JPEGs of a camera: decoded once however many watch, not at all while nobody does. An MJPEG camera's own frames go
 * through unchanged to those who want every frame, or frames at least as wide.
 */
public final class LivePictures {

    private static final int ATTEMPTS = 3;

    private final Feed feed;
    private final SharedSubscription<VideoPictures> shared;
    private final int mostViewers;
    private int counted;

    /** @param mostViewers of decoded streams at a time; snapshots and an MJPEG camera's every frame are not counted */
    public LivePictures(Feed feed, PictureDecoder.Factory decoders, FeedClock clock, int mostViewers) {
        this.feed = feed;
        this.shared = new SharedSubscription<>(feed, "pictures", () -> new VideoPictures(decoders, clock));
        this.mostViewers = mostViewers;
    }

    /**
     * Connects the camera when needed.
     *
     * @param patience how long to wait for the connection
     */
    public PictureViewer open(PictureRequest request, Duration patience)
            throws CameraLost, TooManyViewers, InterruptedException {
        VideoPictures pictures = shared.enter();
        boolean opened = false;
        try {
            feed.awaitLive(patience, ATTEMPTS);
            Track video = pictures.await(patience);
            boolean own = request.everyFrame() && video.codec() == Track.Codec.MJPEG;
            PictureViewer viewer = own ? join(pictures, request, shared::leave) : joinCounted(pictures, request);
            opened = true;
            return viewer;
        } finally {
            if (!opened) shared.leave();
        }
    }

    private synchronized PictureViewer joinCounted(VideoPictures pictures, PictureRequest request)
            throws TooManyViewers {
        if (counted == mostViewers) throw new TooManyViewers(mostViewers);
        counted++;
        return join(pictures, request, () -> {
            uncount();
            shared.leave();
        });
    }

    private synchronized void uncount() {
        counted--;
    }

    private static PictureViewer join(VideoPictures pictures, PictureRequest request, Runnable onClose) {
        var self = new PictureViewer[1];
        self[0] = new PictureViewer(request, () -> {
            pictures.forget(self[0]);
            onClose.run();
        });
        pictures.join(self[0]);
        return self[0];
    }

    /** One picture of now. */
    public byte[] snapshot(PictureRequest request, Duration patience) throws CameraLost, InterruptedException {
        VideoPictures pictures = shared.enter();
        try (PictureViewer viewer = join(pictures, request, shared::leave)) {
            feed.awaitLive(patience, ATTEMPTS);
            pictures.await(patience);
            byte[] jpeg = viewer.next(patience);
            if (jpeg != null) return jpeg;
            throw new CameraLost(CameraLost.Reason.TIMEOUT, "the camera sent no picture in time");
        }
    }

    public int viewers() {
        return shared.users();
    }
}
