package club.courtside.bench;

import club.courtside.bench.ProductFigures.Found;
import club.courtside.bench.ProductFigures.Load;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The chapter of {@code docs/benchmarks.md} on what people notice of the whole product. */
final class ProductChapter {

    static final Chapter CHAPTER = new Chapter("The whole product");

    private ProductChapter() {}

    /** @param machine in words */
    static String of(Found found, String machine, LocalDate day, Duration time) {
        StringBuilder text = new StringBuilder();
        text.append("""
                Written by `./courtside bench --product` on %s: %s.

                The demo club with its three synthetic cameras, which share the machine; nobody watches, two courts record (720p, one of them
                MJPEG that becomes H.264). Each kill is `kill -9`, three times, of one process while both record. The load is that of %d s.

                | what | figures |
                |:--|--:|
                """.formatted(day, machine, time.toSeconds()));
        row(text, "from the command to a page: on an empty data folder, then again", found.starts(), "%.1f", "s");
        row(text, "*start* answers: the first after a start, the next", found.firstAnswers(), "%.0f", "ms");
        row(text, "*stop* answers with the finished file: the first, the next", found.stopAnswers(), "%.0f", "ms");
        row(text, "engine killed: both recordings are seen to go on after", found.engineBack(), "%.1f", "s");
        row(text, "gaps that this left, in each of the two files", found.gaps(), "%.1f", "s");
        row(text, "web application killed: it answers after", found.webApplicationBack(), "%.1f", "s");
        text.append("| gaps that this left | ")
                .append(found.gapsOfWebApplication())
                .append(" |\n");
        row(text, "engine", found.engine());
        row(text, "web application", found.webApplication());
        return CHAPTER.of(text.toString());
    }

    private static void row(StringBuilder text, String what, List<Double> figures, String form, String unit) {
        text.append("| ")
                .append(what)
                .append(" | ")
                .append(figures.stream()
                        .map(figure -> String.format(Locale.ROOT, form, figure))
                        .collect(Collectors.joining(", ")))
                .append(' ')
                .append(unit)
                .append(" |\n");
    }

    private static void row(StringBuilder text, String what, Load load) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.1f CPU s a minute, %.0f MB (PSS) |%n",
                what,
                load.cpuSeconds(),
                load.pssBytes() / 1e6));
    }
}
