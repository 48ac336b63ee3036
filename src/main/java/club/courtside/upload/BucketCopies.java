package club.courtside.upload;

import club.courtside.library.RemoteCopies;
import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.library.VideoType;
import club.courtside.platform.web.MediaSource;
import club.courtside.upload.target.BucketLinks;
import club.courtside.upload.target.UploadFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the bucket has of the library's videos; and what any target has of those that are deleted. */
@ApplicationScoped
@Transactional
public class BucketCopies implements RemoteCopies, MediaSource {

    private static final Logger LOG = Logger.getLogger(BucketCopies.class.getName());

    /** Longer than anybody watches one video: a player asks the same address for each part. */
    private static final Duration VALID = Duration.ofHours(12);

    private final Uploads uploads;
    private final BucketLinks links;
    private final VideoFiles files;
    private final Withdrawal withdrawal;

    @Inject
    public BucketCopies(Uploads uploads, BucketLinks links, VideoFiles files, Withdrawal withdrawal) {
        this.uploads = uploads;
        this.links = links;
        this.files = files;
        this.withdrawal = withdrawal;
    }

    protected BucketCopies() {
        this(null, null, null, null);
    }

    @Override
    public Optional<URI> mediaOrigin() {
        return links.isSetUp() ? Optional.of(links.watch("any", "video/mp4", VALID)) : Optional.empty();
    }

    @Override
    public Optional<URI> toWatch(Video video) {
        return key(video).map(key -> links.watch(key, VideoType.of(files.of(video)), VALID));
    }

    @Override
    public Optional<URI> toDownload(Video video, String fileName) {
        return key(video).map(key -> links.download(key, fileName, VALID));
    }

    private Optional<String> key(Video video) {
        if (!links.isSetUp()) return Optional.empty();
        return uploads.inBucket(video.id()).map(Upload::remoteId);
    }

    @Override
    public boolean delete(Video video) {
        boolean isWithdrawn = withdrawal.isComplete(video);
        return deleteObjects(video) && isWithdrawn;
    }

    /** Without a bucket that is set up nobody can delete anything there. */
    private boolean deleteObjects(Video video) {
        if (!links.isSetUp()) return true;
        try {
            uploads.objectsOf(video.id()).forEach(links::delete);
            return true;
        } catch (UploadFailure e) {
            LOG.log(Level.INFO, "Deleted video {0} is still in the bucket and goes later: {1}", new Object[] {
                video.id(), e.getMessage()
            });
            return false;
        }
    }
}
