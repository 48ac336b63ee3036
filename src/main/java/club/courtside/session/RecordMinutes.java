package club.courtside.session;

import club.courtside.platform.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;

/** How long a recording is planned to run: 1 to 360 whole minutes. */
public record RecordMinutes(int minutes) {

    public static final int LONGEST = 360;
    /** More digits than any number in range needs; reading a million of them takes seconds. */
    private static final int MOST_CHARACTERS = 30;

    public RecordMinutes {
        if (minutes < 1 || minutes > LONGEST) throw wrong("duration_minutes");
    }

    /**
     * What a request or a form field contains, whatever its type.
     *
     * @param field what the request calls it
     * @throws ProblemException 400 naming the field
     */
    public static RecordMinutes of(String field, Object given) {
        String text = String.valueOf(given).strip();
        if (text.length() > MOST_CHARACTERS) throw wrong(field);
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.valueOf(LONGEST)) > 0)
                throw wrong(field);
            return new RecordMinutes(number.intValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw wrong(field);
        }
    }

    private static ProblemException wrong(String field) {
        return ProblemException.badRequest(field, "the duration is a whole number of minutes from 1 to " + LONGEST);
    }

    public Duration duration() {
        return Duration.ofMinutes(minutes);
    }
}
