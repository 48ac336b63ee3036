package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Deletes videos in three steps: the row says so, and nobody sees the video any more; its files go; the row goes. Killed
 * between any two of them, what remains is a row that says what is still to be done, and {@link VideoReconciliation} does
 * it: never a row that looks playable and has no file, never a file that nobody knows of. Not in a transaction: each step
 * is one of its own.
 */
@ApplicationScoped
public class VideoDeletion {

    private static final Logger LOG = Logger.getLogger(VideoDeletion.class.getName());

    private final VideoLedger ledger;
    private final VideoFiles files;
    private final RemoteCopies copies;

    @Inject
    public VideoDeletion(VideoLedger ledger, VideoFiles files, RemoteCopies copies) {
        this.ledger = ledger;
        this.files = files;
        this.copies = copies;
    }

    protected VideoDeletion() {
        this(null, null, null);
    }

    /** @throws ProblemException 404, 403, or 409 while it records */
    public void delete(Caller caller, UUID videoId) {
        ledger.delete(caller, videoId);
        finish(videoId);
    }

    /**
     * All angles of a match. What goes wrong with one leaves the rest to be deleted once more.
     *
     * @throws ProblemException 404, 403, or 409 while it records
     */
    public void deleteAll(Caller caller, List<UUID> videoIds) {
        videoIds.forEach(id -> delete(caller, id));
    }

    /** Does what is left to do for one that was deleted; a file that somebody holds, here or elsewhere, goes later. */
    void finish(UUID videoId) {
        ledger.deleted(videoId).ifPresent(video -> {
            try {
                files.delete(video);
                if (copies.delete(video)) ledger.remove(videoId);
            } catch (IOException held) {
                LOG.log(Level.INFO, "The file of deleted video {0} is still in use; it is deleted later", videoId);
            }
        });
    }
}
