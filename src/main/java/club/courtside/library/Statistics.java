package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Counts what clubs have: the same videos as their library shows. */
@ApplicationScoped
@Transactional
public class Statistics {

    private static final int MONTHS = 12;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    private final EntityManager entities;
    private final CourtAccess courts;
    private final Clock clock;

    @Inject
    public Statistics(EntityManager entities, CourtAccess courts, Clock clock) {
        this.entities = entities;
        this.courts = courts;
        this.clock = clock;
    }

    protected Statistics() {
        this(null, null, null);
    }

    /** @throws ProblemException 404, or 403 for members who don't run the club */
    public ClubStatistics of(Caller caller, String clubIdOrSlug) {
        Club club = courts.clubToRun(caller, clubIdOrSlug);
        ZoneId zone = club.timeZone();
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), zone));
        List<ClubStatistics.Month> months = IntStream.range(0, MONTHS)
                .mapToObj(i -> month(club.id(), now.minusMonths(MONTHS - 1 - i), zone))
                .toList();
        // A video may be dated later than now: that of a computer whose clock was wrong.
        ClubStatistics.Month all = sum(club.id(), "", EVER, Instant.parse("9999-01-01T00:00:00Z"));
        return new ClubStatistics(club.id(), all.videos(), all.hours(), all.bytes(), months);
    }

    private ClubStatistics.Month month(UUID clubId, YearMonth month, ZoneId zone) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return sum(clubId, month.toString(), from, to);
    }

    private ClubStatistics.Month sum(UUID clubId, String name, Instant from, Instant to) {
        Object[] sum = entities.createQuery(
                        "select count(v), sum(v.durationSeconds), sum(v.bytes) from Video v where v.club.id = :club"
                                + " and v.deletedAt is null and v.startedAt >= :from and v.startedAt < :to",
                        Object[].class)
                .setParameter("club", clubId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return new ClubStatistics.Month(
                name,
                number(sum[0]).longValue(),
                number(sum[1]).doubleValue() / SECONDS_PER_HOUR,
                number(sum[2]).longValue());
    }

    private static Number number(Object sum) {
        return sum == null ? 0 : (Number) sum;
    }
}
