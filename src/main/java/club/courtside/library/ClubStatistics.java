package club.courtside.library;

import java.util.List;
import java.util.UUID;

/**
 * What a club has in its library.
 *
 * @param months the last twelve, the oldest first, by the club's clock
 */
public record ClubStatistics(UUID clubId, long videos, double hours, long bytes, List<Month> months) {

    /**
     * What began in one month.
     *
     * @param month such as {@code 2026-11}
     */
    public record Month(String month, long videos, double hours, long bytes) {}

    /** In the months that are shown; 0 when there is nothing. */
    public long mostInAMonth() {
        return months.stream().mapToLong(Month::videos).max().orElse(0);
    }

    public Month thisMonth() {
        return months.get(months.size() - 1);
    }
}
