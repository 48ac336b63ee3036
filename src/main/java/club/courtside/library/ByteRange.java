package club.courtside.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that answers one HTTP request (RFC 9110 §14): the asked range, the whole file when there is no range
 * or one that we don't understand, nothing when it lies behind the end.
 *
 * @param status 200, 206 or 416
 * @param first the first byte sent, from 0
 * @param length how many bytes are sent
 * @param total the file's size
 */
public record ByteRange(int status, long first, long length, long total) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** @param header the request's {@code Range}, null when it has none; several ranges at once get the whole file */
    public static ByteRange of(String header, long total) {
        Matcher asked = ONE_RANGE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) return whole(total);
        return asked.group(1).isEmpty()
                ? lastBytes(Long.parseLong(asked.group(2)), total)
                : fromTo(Long.parseLong(asked.group(1)), asked.group(2), total);
    }

    public static ByteRange whole(long total) {
        return new ByteRange(200, 0, total, total);
    }

    private static ByteRange lastBytes(long count, long total) {
        long length = Math.min(count, total);
        return length == 0 ? unsatisfiable(total) : new ByteRange(206, total - length, length, total);
    }

    private static ByteRange fromTo(long first, String to, long total) {
        long last = to.isEmpty() ? total - 1 : Long.parseLong(to);
        if (last < first && !to.isEmpty()) return whole(total);
        if (first >= total) return unsatisfiable(total);
        return new ByteRange(206, first, Math.min(last, total - 1) - first + 1, total);
    }

    private static ByteRange unsatisfiable(long total) {
        return new ByteRange(416, 0, 0, total);
    }

    /** The {@code Content-Range} of the answer; a whole file has none. */
    public Optional<String> contentRange() {
        return switch (status) {
            case 206 -> Optional.of("bytes " + first + "-" + (first + length - 1) + "/" + total);
            case 416 -> Optional.of("bytes */" + total);
            default -> Optional.empty();
        };
    }
}
