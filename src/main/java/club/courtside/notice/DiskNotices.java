package club.courtside.notice;

import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.court.NoticeKind;
import club.courtside.health.DiskForecast;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tells once a day that the disk will be full within a day: operators, and the clubs that want to hear of it. */
@ApplicationScoped
public class DiskNotices {

    private static final Duration SOON = Duration.ofHours(24);

    private final DiskForecast forecast;
    private final Clubs clubs;
    private final NoticeLedger ledger;
    private final Clock clock;

    @Inject
    public DiskNotices(DiskForecast forecast, Clubs clubs, NoticeLedger ledger, Clock clock) {
        this.forecast = forecast;
        this.clubs = clubs;
        this.ledger = ledger;
        this.clock = clock;
    }

    protected DiskNotices() {
        this(null, null, null, null);
    }

    void look() {
        Optional<Duration> left = forecast.left();
        if (left.isEmpty() || left.get().compareTo(SOON) >= 0) return;
        long hours = left.get().toHours();
        Tidings tidings = Tidings.of(
                NoticeKind.DISK,
                "disk " + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                "/admin/health.xhtml",
                words -> words.text("notice.DISK.title"),
                words -> words.text("notice.DISK", hours));
        ledger.tellOperators(tidings);
        for (Club club : clubs.all()) ledger.tellClub(club, tidings);
    }
}
