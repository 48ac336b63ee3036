package club.courtside.upload;

import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.library.VideoLedger;
import club.courtside.platform.CurrentSettings;
import club.courtside.processing.Jobs;
import club.courtside.settings.Setting;
import club.courtside.upload.target.BucketLinks;
import club.courtside.upload.target.UploadFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes files from here that the bucket has, once they are old enough by {@code S3_LOCAL_DAYS}. Asked at that moment the
 * bucket must say that it has the file, of the same size and SHA-256; whoever watches it afterwards gets it from there.
 */
@ApplicationScoped
public class LocalCopies {

    private static final Logger LOG = Logger.getLogger(LocalCopies.class.getName());

    private final Uploads uploads;
    private final Jobs jobs;
    private final BucketLinks links;
    private final VideoLedger ledger;
    private final VideoFiles files;
    private final CurrentSettings settings;
    private final Clock clock;

    @Inject
    public LocalCopies(
            Uploads uploads,
            Jobs jobs,
            BucketLinks links,
            VideoLedger ledger,
            VideoFiles files,
            CurrentSettings settings,
            Clock clock) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.links = links;
        this.ledger = ledger;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    protected LocalCopies() {
        this(null, null, null, null, null, null, null);
    }

    /** @return how many files went */
    public int remove() {
        Duration stay = settings.all()
                .get(Setting.S3_LOCAL_DAYS)
                .map(days -> Duration.ofDays(Long.parseLong(days)))
                .orElse(null);
        if (stay == null || !links.isSetUp()) return 0;
        int removed = 0;
        for (Upload upload : uploads.doubledBefore(clock.instant().minus(stay))) {
            try {
                if (!isNeeded(upload.video()) && remove(upload)) removed++;
            } catch (UploadFailure | IOException e) {
                LOG.log(Level.INFO, "The file of video {0} stays here for now: {1}", new Object[] {
                    upload.video().id(), e.getMessage()
                });
            }
        }
        return removed;
    }

    /** Somebody works with the file, or brings it to another target. */
    private boolean isNeeded(Video video) {
        return jobs.of(video.id()).stream().anyMatch(job -> !job.isOver())
                || uploads.of(video.id()).stream().anyMatch(upload -> !upload.isOver());
    }

    private boolean remove(Upload upload) throws IOException {
        Video video = upload.video();
        boolean same = Files.size(files.of(video)) == upload.bytes()
                && links.holds(upload.remoteId(), upload.bytes(), upload.sha256());
        if (!same || !ledger.movedAway(video.id())) return false;
        files.deleteOwn(video);
        return true;
    }
}
