package club.courtside.media.speech;

import java.util.List;

/** Lines as files of subtitles. */
public final class SubtitleText {

    private SubtitleText() {}

    /** WebVTT (W3C): {@code &}, {@code <} and {@code >} have a meaning in it. */
    public static String vtt(List<Line> lines) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (Line line : lines)
            text.append('\n')
                    .append(time(line.from(), '.'))
                    .append(" --> ")
                    .append(time(line.to(), '.'))
                    .append('\n')
                    .append(line.text()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append('\n');
        return text.toString();
    }

    /** SubRip: knows no escapes, so an arrow in the text becomes another one. */
    public static String srt(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Line line : lines)
            text.append(number == 0 ? "" : "\n")
                    .append(++number)
                    .append('\n')
                    .append(time(line.from(), ','))
                    .append(" --> ")
                    .append(time(line.to(), ','))
                    .append('\n')
                    .append(line.text().replace("-->", "→"))
                    .append('\n');
        return text.toString();
    }

    private static String time(long millis, char point) {
        return String.format(
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, point, millis % 1000);
    }
}
