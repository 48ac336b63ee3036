package club.courtside.health.work;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.health.work.WorkStatistics.VideoCounts;
import club.courtside.health.work.WorkStatistics.WorkCount;
import club.courtside.library.VideoStatus;
import club.courtside.library.Videos;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.QueueReport;
import club.courtside.platform.queue.Recovery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The work of all features: administrators see that of their clubs, the operator sees all and has it go on. */
@ApplicationScoped
public class WorkDesk {

    private static final int LONGEST_MINUTES = 43_200;

    private final Iterable<QueueReport> reports;
    private final Iterable<Recovery> recoveries;
    private final Videos videos;
    private final Clock clock;

    @Inject
    public WorkDesk(
            @Any Instance<QueueReport> reports, @Any Instance<Recovery> recoveries, Videos videos, Clock clock) {
        this((Iterable<QueueReport>) reports, recoveries, videos, clock);
    }

    /** Of those that are given. */
    public WorkDesk(Iterable<QueueReport> reports, Iterable<Recovery> recoveries, Videos videos, Clock clock) {
        this.reports = reports;
        this.recoveries = recoveries;
        this.videos = videos;
        this.clock = clock;
    }

    protected WorkDesk() {
        this((Iterable<QueueReport>) null, null, null, null);
    }

    /** @throws ProblemException 403 for players */
    public WorkStatistics statistics(Caller caller) {
        if (caller.role() == Role.PLAYER)
            throw ProblemException.forbidden("only administrators see how processing stands");
        List<WorkCount> counts = counts(caller.isSuperAdmin() ? null : caller.clubs());
        return new WorkStatistics(
                videos(videos.byStatus(caller.isSuperAdmin() ? null : caller.clubs())),
                counts,
                counts.stream()
                        .map(WorkCount::oldestSeconds)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** Of all clubs. */
    public List<WorkCount> counts() {
        return counts(null);
    }

    private List<WorkCount> counts(Set<UUID> clubs) {
        List<WorkCount> counts = new ArrayList<>();
        for (QueueReport report : reports)
            for (QueueReport.Line line : clubs == null ? report.lines() : report.lines(clubs))
                counts.add(new WorkCount(line.work(), line.kind(), line.state(), line.count(), age(line.oldest())));
        counts.sort(Comparator.comparing(WorkCount::work)
                .thenComparing(WorkCount::kind)
                .thenComparing(WorkCount::state));
        return counts;
    }

    private Double age(Instant since) {
        return since == null ? null : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private static VideoCounts videos(Map<VideoStatus, Long> by) {
        long working = by.getOrDefault(VideoStatus.RECORDING, 0L) + by.getOrDefault(VideoStatus.PROCESSING, 0L);
        return new VideoCounts(
                by.values().stream().mapToLong(Long::longValue).sum(),
                working,
                by.getOrDefault(VideoStatus.READY, 0L),
                by.getOrDefault(VideoStatus.FAILED, 0L));
    }

    /** A piece of work that goes on. */
    public record Recovered(String work, UUID id) {}

    /**
     * @param minutes what is younger is left alone
     * @throws ProblemException 403, or 400 naming {@code max_age_minutes}
     */
    public List<Recovered> recover(Caller caller, int minutes) {
        if (!caller.isSuperAdmin())
            throw ProblemException.forbidden("only the operator of all clubs has work go on that stands still");
        if (minutes < 0 || minutes > LONGEST_MINUTES)
            throw ProblemException.badRequest("max_age_minutes", "0 to " + LONGEST_MINUTES + " minutes");
        Instant before = clock.instant().minus(Duration.ofMinutes(minutes)).plusMillis(1);
        List<Recovered> again = new ArrayList<>();
        for (Recovery recovery : recoveries)
            recovery.recover(before).forEach(id -> again.add(new Recovered(recovery.work(), id)));
        return again;
    }
}
