package club.courtside.health;

import club.courtside.library.Videos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** How much the videos of the last two weeks take, day by day: what the forecast of the disk rests on. */
@ApplicationScoped
public class DiskDays {

    private static final int DAYS = 14;
    private static final double HEIGHT = 100;

    private final Videos videos;
    private final Clock clock;

    @Inject
    public DiskDays(Videos videos, Clock clock) {
        this.videos = videos;
        this.clock = clock;
    }

    protected DiskDays() {
        this(null, null);
    }

    /**
     * What came on one day.
     *
     * @param place from the left, from 0 on
     * @param height of 100, which is the fullest day's
     */
    public record Bar(int place, LocalDate day, long bytes, double height) {
        public double getTop() {
            return HEIGHT - height;
        }
    }

    /** The oldest day first; today is the last. */
    List<Bar> bars(ZoneId zone) {
        var first = LocalDate.ofInstant(clock.instant(), zone).minusDays(DAYS - 1L);
        var bytes = videos.bytesByDay(first, zone);
        var most = bytes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return IntStream.range(0, DAYS)
                .mapToObj(i -> bar(i, first.plusDays(i), bytes.getOrDefault(first.plusDays(i), 0L), most))
                .toList();
    }

    private static Bar bar(int place, LocalDate day, long bytes, long most) {
        return new Bar(place, day, bytes, most == 0 ? 0 : HEIGHT * bytes / most);
    }
}
