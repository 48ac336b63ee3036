package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.platform.Notices;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How much a club records, month by month. */
@Named
@ViewScoped
public class StatisticsPage implements Serializable {
    private static final double HEIGHT = 100;

    @Inject
    private Statistics statistics;

    @Inject
    private CourtAccess courts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    @Inject
    private Preferences preferences;

    private String club;
    private List<Club> clubs;
    private ClubStatistics figures;

    /**
     * A bar of a chart.
     *
     * @param height of 100
     * @param current whether it is this month's
     */
    public record Bar(int place, double height, ClubStatistics.Month month, boolean current) {
        public double getTop() {
            return HEIGHT - height;
        }
    }

    public void open() {
        try {
            clubs = courts.clubs(caller.require()).stream()
                    .filter(own -> caller.require().isAdminOf(own.id()))
                    .toList();
            if (club == null && !clubs.isEmpty()) club = clubs.get(0).id().toString();
            figures = statistics.of(caller.require(), club == null ? "" : club);
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    public ClubStatistics getFigures() {
        return figures;
    }

    public List<Bar> getVideos() {
        return bars(ClubStatistics.Month::videos);
    }

    public List<Bar> getHours() {
        return bars(ClubStatistics.Month::hours);
    }

    public List<Bar> getBytes() {
        return bars(ClubStatistics.Month::bytes);
    }

    private List<Bar> bars(ToDoubleFunction<ClubStatistics.Month> size) {
        var months = figures.months();
        var most = months.stream().mapToDouble(size).max().orElse(0);
        return IntStream.range(0, months.size())
                .mapToObj(i -> new Bar(
                        i,
                        most == 0 ? 0 : HEIGHT * size.applyAsDouble(months.get(i)) / most,
                        months.get(i),
                        i == months.size() - 1))
                .toList();
    }

    /** {@code Nov 2026}. */
    public String name(ClubStatistics.Month month) {
        return DateTimeFormatter.ofPattern("MMM yyyy", preferences.getLocale()).format(YearMonth.parse(month.month()));
    }

    /** The first letters of its name. */
    public String shortName(ClubStatistics.Month month) {
        return DateTimeFormatter.ofPattern("MMM", preferences.getLocale()).format(YearMonth.parse(month.month()));
    }

    /** Those that the caller runs. */
    public List<Club> getClubs() {
        return clubs;
    }

    public String getClub() {
        return club;
    }

    public void setClub(String club) {
        this.club = club;
    }
}
