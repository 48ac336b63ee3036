package club.courtside.library;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.ThumbnailSpec;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the pictures of finished videos: the moment at half their length. What fails is tried again later. */
@ApplicationScoped
public class Thumbnails {

    private static final Logger LOG = Logger.getLogger(Thumbnails.class.getName());
    private static final int WIDTH = 640;
    private static final int AT_ONCE = 10;

    private final ThumbnailLedger ledger;
    private final VideoFiles files;
    private final CameraEngine engine;

    @Inject
    public Thumbnails(ThumbnailLedger ledger, VideoFiles files, CameraEngine engine) {
        this.ledger = ledger;
        this.files = files;
        this.engine = engine;
    }

    protected Thumbnails() {
        this(null, null, null);
    }

    /**
     * Those that are missing.
     *
     * @return false when the engine could not be asked for one of them
     */
    public boolean make() {
        boolean asked = true;
        for (Video video : ledger.missing(AT_ONCE)) asked &= make(video);
        return asked;
    }

    private boolean make(Video video) {
        UUID id = video.id();
        try {
            engine.client()
                    .thumbnail(new ThumbnailSpec(
                            files.of(video).toString(),
                            video.durationSeconds() / 2,
                            WIDTH,
                            files.thumbnailOf(id).toString()));
            if (!ledger.made(id)) files.deletePictures(id);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The picture of video {0}, which is gone, stays: {1}", new Object[] {
                id, e.getMessage()
            });
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return false;
            LOG.log(Level.WARNING, "No picture of video {0}: {1}", new Object[] {id, refused.getMessage()});
            ledger.failed(id);
        }
        return true;
    }
}
