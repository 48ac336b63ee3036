package club.courtside.library;

import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes what a club's {@link RetentionPlan} lets go. Nothing has to be remembered between two runs: a machine that is
 * off at night makes up for it as soon as it runs.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class.getName());

    private final Clubs clubs;
    private final RetentionPlan plan;
    private final VideoLedger ledger;
    private final VideoDeletion deletion;
    private final DataFolder data;

    @Inject
    public Retention(Clubs clubs, RetentionPlan plan, VideoLedger ledger, VideoDeletion deletion, DataFolder data) {
        this.clubs = clubs;
        this.plan = plan;
        this.ledger = ledger;
        this.deletion = deletion;
        this.data = data;
    }

    protected Retention() {
        this(null, null, null, null, null);
    }

    /** @return how many videos were removed */
    public int run() {
        return clubs.all().stream().mapToInt(this::run).sum();
    }

    private int run(Club club) {
        int removed = 0;
        for (Removal removal : plan.now(club)) {
            if (!ledger.deleteUnlessKept(removal.id())) continue;
            deletion.finish(removal.id());
            removed++;
        }
        int remains = club.retentionDays() == 0 ? 0 : removeRemains(club, plan.cameBefore(club));
        if (removed + remains > 0)
            LOG.log(
                    Level.INFO,
                    "{0}: {1} videos and {2} unreadable remains were older than {3} days or beyond the quota and are removed",
                    new Object[] {club.name(), removed, remains, club.retentionDays()});
        return removed;
    }

    /** Files that no video stands for. */
    private int removeRemains(Club club, Instant before) {
        int removed = 0;
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(data.videos(club.id()), "*.unreadable.mp4")) {
            for (Path file : remains) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) continue;
                Files.deleteIfExists(file);
                removed++;
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "unreadable remains of " + club.name() + " could not be removed", e);
        }
        return removed;
    }
}
