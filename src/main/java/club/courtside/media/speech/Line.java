package club.courtside.media.speech;

/**
 * Something that was said.
 *
 * @param from milliseconds of the video
 * @param to later than {@code from}
 * @param text one line
 */
public record Line(long from, long to, String text) {

    public Line {
        if (from < 0 || to <= from) throw new IllegalArgumentException("a line begins before it ends");
        text = text.strip().replaceAll("\\s+", " ");
    }
}
