package club.courtside.session;

import club.courtside.platform.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What people call a recording. Never part of a path. */
public record RecordingName(String text) {

    public static final int LONGEST = 200;
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** @throws ProblemException 400 naming {@code name} */
    public RecordingName {
        text = checked("name", text);
    }

    /**
     * @param field what the request calls it
     * @throws ProblemException 400 naming the field
     */
    public static String checked(String field, String given) {
        String clean = given == null ? "" : given.strip();
        if (clean.isEmpty()) throw ProblemException.badRequest(field, "the name is empty");
        if (clean.length() > LONGEST)
            throw ProblemException.badRequest(field, "the name is longer than " + LONGEST + " characters");
        if (clean.codePoints().anyMatch(Character::isISOControl))
            throw ProblemException.badRequest(field, "the name contains control characters");
        if (clean.contains("../") || clean.contains("..\\"))
            throw ProblemException.badRequest(field, "the name looks like the path of a file");
        return clean;
    }

    /** For whoever gives none: the court (or the camera) and when, on the club's clock. */
    public static RecordingName byDefault(String place, Instant at, ZoneId zone) {
        return new RecordingName(place + " · " + TO_THE_MINUTE.format(at.atZone(zone)));
    }
}
