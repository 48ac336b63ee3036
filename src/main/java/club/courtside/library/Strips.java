package club.courtside.library;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.StripSpec;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the strips of finished videos: small pictures from beginning to end, to run through a match with the pointer. For
 * 2 h in 1080p at 2 Mb/s that is 60 key frames in a process of the lowest priority: 1.0 CPU seconds, 1.9 s in all, 94 MB at
 * most, and a JPEG of about 100 kB (measured on two busy cores).
 */
@ApplicationScoped
public class Strips {

    private static final Logger LOG = Logger.getLogger(Strips.class.getName());
    private static final int AT_ONCE = 10;

    private final ThumbnailLedger ledger;
    private final VideoFiles files;
    private final CameraEngine engine;

    @Inject
    public Strips(ThumbnailLedger ledger, VideoFiles files, CameraEngine engine) {
        this.ledger = ledger;
        this.files = files;
        this.engine = engine;
    }

    protected Strips() {
        this(null, null, null);
    }

    /**
     * Some of those that are missing, one after the other.
     *
     * @param goOn asked before each: whoever waits for a thumbnail comes first
     * @return whether more may be missing
     */
    public boolean make(BooleanSupplier goOn) {
        List<Video> missing = ledger.withoutStrip(AT_ONCE);
        boolean made = false;
        for (Video video : missing) {
            if (!goOn.getAsBoolean()) return true;
            made |= make(video);
        }
        return made && missing.size() == AT_ONCE;
    }

    private boolean make(Video video) {
        UUID id = video.id();
        int pictures = StripShape.pictures(video.durationSeconds());
        try {
            engine.client()
                    .strip(new StripSpec(
                            files.of(video).toString(),
                            pictures,
                            StripShape.COLUMNS,
                            StripShape.WIDTH,
                            files.stripOf(id).toString()));
            if (!ledger.stripMade(id, pictures)) files.deletePictures(id);
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The strip of video {0}, which is gone, stays: {1}", new Object[] {id, e.getMessage()
            });
            return true;
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return false;
            LOG.log(Level.WARNING, "No strip of video {0}: {1}", new Object[] {id, refused.getMessage()});
            ledger.stripFailed(id);
            return false;
        }
    }
}
