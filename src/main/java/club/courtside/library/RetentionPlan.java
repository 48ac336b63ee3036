package club.courtside.library;

import club.courtside.court.Club;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which videos of a club have to go, and when. Age is counted from the club's night, three o'clock; a quota looks at what
 * was there in that night, so that nothing of today goes today. Never what is marked to be kept, never what still records or
 * is on its way to somewhere else.
 */
@ApplicationScoped
public class RetentionPlan {

    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    /** Long enough for somebody to see why nothing was recorded. */
    private static final Duration FAILED_STAYS = Duration.ofDays(7);
    /** Of every hour; that of {@link RetentionJob}. */
    private static final int MINUTE_OF_RUN = 5;

    private final Videos videos;
    private final VideoUploads uploads;
    private final Clock clock;

    @Inject
    public RetentionPlan(Videos videos, VideoUploads uploads, Clock clock) {
        this.videos = videos;
        this.uploads = uploads;
        this.clock = clock;
    }

    protected RetentionPlan() {
        this(null, null, null);
    }

    /** What has to go now. */
    List<Removal> now(Club club) {
        return at(club, RetentionRules.of(club), lastNight(club).toInstant(), Set.of());
    }

    /** What the next run would remove by these rules, and then the one in the coming night. */
    public RetentionPreview preview(Club club, RetentionRules rules) {
        ZonedDateTime night = lastNight(club);
        List<Removal> all = new ArrayList<>(at(club, rules, night.toInstant(), Set.of()));
        Set<UUID> gone = all.stream().map(Removal::id).collect(Collectors.toSet());
        all.addAll(at(club, rules, night.plusDays(1).toInstant(), gone));
        return RetentionPreview.of(rules, videos.shelf(club.id()), all);
    }

    /** When nothing came any more: everything older than its days. */
    Instant cameBefore(Club club) {
        return lastNight(club).toInstant().minus(Duration.ofDays(club.retentionDays()));
    }

    private List<Removal> at(Club club, RetentionRules rules, Instant night, Set<UUID> gone) {
        Instant run = nextRun(night);
        Set<UUID> leaving = new HashSet<>(gone);
        Set<UUID> travelling = uploads.underWay();
        List<Removal> removals = new ArrayList<>();
        if (!rules.keepsForever()) {
            Instant cameBefore = night.minus(Duration.ofDays(rules.days()));
            for (Outliving video : videos.outlived(club.id(), cameBefore, night.minus(FAILED_STAYS))) {
                if (travelling.contains(video.id()) || !leaving.add(video.id())) continue;
                boolean old = video.createdAt().isBefore(cameBefore);
                removals.add(video.because(old ? RemovalCause.AGE : RemovalCause.FAILED, run));
            }
        }
        if (rules.hasQuota()) removals.addAll(overQuota(club, rules, night, leaving, travelling, run));
        return removals;
    }

    /** The oldest, until the rest fits. */
    private List<Removal> overQuota(
            Club club, RetentionRules rules, Instant night, Set<UUID> leaving, Set<UUID> travelling, Instant run) {
        long bytes = videos.bytesBefore(club.id(), night, leaving);
        if (bytes <= rules.quotaBytes()) return List.of();
        List<Removal> removals = new ArrayList<>();
        for (Outliving oldest : videos.oldest(club.id(), night)) {
            if (bytes <= rules.quotaBytes()) break;
            if (leaving.contains(oldest.id()) || travelling.contains(oldest.id())) continue;
            removals.add(oldest.because(RemovalCause.QUOTA, run));
            bytes -= oldest.bytes();
        }
        return removals;
    }

    private ZonedDateTime lastNight(Club club) {
        ZonedDateTime now = clock.instant().atZone(club.timeZone());
        ZonedDateTime night = now.with(NIGHT);
        return night.isAfter(now) ? night.minusDays(1) : night;
    }

    /** The first run that is after both now and that night. */
    private Instant nextRun(Instant night) {
        Instant now = clock.instant();
        ZonedDateTime from = (night.isAfter(now) ? night : now).atZone(ZoneId.systemDefault());
        ZonedDateTime run = from.truncatedTo(ChronoUnit.HOURS).withMinute(MINUTE_OF_RUN);
        return (run.isAfter(from) ? run : run.plusHours(1)).toInstant();
    }
}
