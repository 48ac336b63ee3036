package club.courtside.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long {@code ./courtside record} shall record. The product plans in whole minutes; what is left over, the command stops early. */
record RecordLength(Duration duration) {

    static final int LONGEST_MINUTES = 360;
    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,4})m(?:in)?)?(?:(\\d{1,5})s)?");

    RecordLength {
        if (duration.toSeconds() < 1 || duration.compareTo(Duration.ofMinutes(LONGEST_MINUTES)) > 0)
            throw new IllegalArgumentException("out of range: " + duration);
    }

    /** @param text {@code 30s}, {@code 1m}, {@code 1h30m}, or minutes without a unit; empty when it is nothing of that kind */
    static Optional<RecordLength> parse(String text) {
        String given = text.strip();
        Matcher parts = PARTS.matcher(given.matches("\\d{1,4}") ? given + "m" : given);
        if (given.isEmpty() || !parts.matches()) return Optional.empty();
        Duration duration = Duration.ofHours(number(parts.group(1)))
                .plusMinutes(number(parts.group(2)))
                .plusSeconds(number(parts.group(3)));
        try {
            return Optional.of(new RecordLength(duration));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** What the recording is planned with. */
    int minutes() {
        return (int) duration.plusSeconds(59).toMinutes();
    }

    /** Then the recording ends by itself. */
    boolean isWholeMinutes() {
        return duration.toSeconds() % 60 == 0;
    }
}
