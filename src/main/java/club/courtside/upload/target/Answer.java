package club.courtside.upload.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/**
 * What a target said.
 *
 * @param headers by their names in lower case
 * @param body at most {@link Line#LONGEST_ANSWER} of it
 */
record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_QUOTE = 200;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Null when it is not there. */
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** @throws UploadFailure when it is no JSON object */
    JsonNode json() {
        try {
            JsonNode read = JSON.readTree(body);
            if (read != null && read.isObject()) return read;
        } catch (JsonProcessingException garbage) {
            // Told below.
        }
        throw UploadFailure.passing("bad_answer", "the target answers " + status + " with something that is no JSON");
    }

    /** This answer, when it is a good one. */
    Answer orFail(Clock clock) {
        if (!isGood()) throw failure(clock);
        return this;
    }

    /** What a status that is none of success means (RFC 9110, RFC 6585, RFC 4918). */
    UploadFailure failure(Clock clock) {
        return switch (status) {
            case 401, 403 -> UploadFailure.lasting("wrong_key", "the target does not take our key" + quote());
            case 404, 410 ->
                UploadFailure.lasting("no_such_place", "there is nothing at the target's address" + quote());
            case 413 -> UploadFailure.lasting("too_large", "the file is too large for the target" + quote());
            case 415 -> UploadFailure.lasting("refused", "the target does not take such files" + quote());
            case 408, 409, 423, 425 -> UploadFailure.passing("busy", "the target is busy" + quote());
            case 429 -> UploadFailure.passing("busy", "the target wants fewer requests" + quote(), after(clock));
            case 503 -> UploadFailure.passing("target_error", "the target is out of service" + quote(), after(clock));
            case 507 -> UploadFailure.passing("target_full", "the target has no room left" + quote());
            default -> {
                if (status >= 500)
                    yield UploadFailure.passing("target_error", "the target fails with status " + status + quote());
                if (status >= 400)
                    yield UploadFailure.lasting("refused", "the target refuses it with status " + status + quote());
                yield UploadFailure.passing("bad_answer", "the target answers with status " + status);
            }
        };
    }

    /** Of {@code Retry-After}, seconds or a date; null when there is none. */
    Duration after(Clock clock) {
        String value = header("Retry-After");
        if (value == null) return null;
        Duration wait;
        try {
            wait = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(clock.instant(), Instant.from(date(value)));
        } catch (DateTimeParseException garbage) {
            return null;
        }
        if (wait.isNegative()) return null;
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static ZonedDateTime date(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    /** The target's own words, where it has some for people. */
    private String quote() {
        String words = null;
        try {
            JsonNode read = JSON.readTree(body);
            for (String field : new String[] {"detail", "error", "message", "title", "Message"})
                if (words == null && read != null && read.path(field).isTextual())
                    words = read.path(field).asText();
        } catch (JsonProcessingException none) {
            return "";
        }
        if (words == null || words.isBlank()) return "";
        String plain = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return ": " + (plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) : plain);
    }
}
