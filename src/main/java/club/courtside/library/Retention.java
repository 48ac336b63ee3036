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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes what has been in a club's library for longer than the club keeps videos, never what is marked to be kept, never
 * what still records. Days are counted from the club's last three o'clock in the morning. Nothing has to be remembered
 * between two runs: a machine that is off at night makes up for it as soon as it runs.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class.getName());
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    /** Long enough for somebody to see why nothing was recorded. */
    private static final Duration FAILED_STAYS = Duration.ofDays(7);

    private final Clubs clubs;
    private final Videos videos;
    private final VideoLedger ledger;
    private final VideoDeletion deletion;
    private final DataFolder data;
    private final Clock clock;

    @Inject
    public Retention(
            Clubs clubs, Videos videos, VideoLedger ledger, VideoDeletion deletion, DataFolder data, Clock clock) {
        this.clubs = clubs;
        this.videos = videos;
        this.ledger = ledger;
        this.deletion = deletion;
        this.data = data;
        this.clock = clock;
    }

    protected Retention() {
        this(null, null, null, null, null, null);
    }

    /** @return how many videos were removed */
    public int run() {
        return clubs.all().stream().mapToInt(this::run).sum();
    }

    private int run(Club club) {
        if (club.retentionDays() <= 0) return 0;
        Instant night = lastNight(club);
        Instant cameBefore = night.minus(Duration.ofDays(club.retentionDays()));
        List<UUID> outlived = videos.outlived(club.id(), cameBefore, night.minus(FAILED_STAYS));
        int removed = 0;
        for (UUID video : outlived) {
            if (!ledger.deleteUnlessKept(video)) continue;
            deletion.finish(video);
            removed++;
        }
        int remains = removeRemains(club, cameBefore);
        if (removed + remains > 0)
            LOG.log(
                    Level.INFO,
                    "{0}: {1} videos and {2} unreadable remains were older than {3} days and are removed",
                    new Object[] {club.name(), removed, remains, club.retentionDays()});
        return removed;
    }

    private Instant lastNight(Club club) {
        ZonedDateTime now = clock.instant().atZone(club.timeZone());
        ZonedDateTime night = now.with(NIGHT);
        return (night.isAfter(now) ? night.minusDays(1) : night).toInstant();
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
