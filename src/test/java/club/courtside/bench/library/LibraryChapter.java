package club.courtside.bench.library;

import club.courtside.bench.Chapter;
import club.courtside.bench.library.LibraryLoad.Answers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The chapter of {@code docs/benchmarks.md} on the library. */
public final class LibraryChapter {

    public static final Chapter CHAPTER = new Chapter("The library with 100,000 videos");
    private static final int AIMED_AT = 200;

    private LibraryChapter() {}

    public static boolean isAsAimedAt(Map<String, Answers> found) {
        return found.values().stream().allMatch(answers -> answers.percentile(95) <= AIMED_AT);
    }

    /** @param machine in words */
    public static String of(Map<String, Answers> found, String machine, LocalDate day, Duration time) {
        StringBuilder text = new StringBuilder();
        text.append("""
                Written by `./courtside bench --library` on %s: %s.

                The whole product (launcher, web application, engine, demo cameras) with ten clubs, 2,000 members and %d videos
                in its database is asked %d times a second for %d s, in turn what the second table lists, after 40 s of the
                same that do not count. A time runs from the moment at which a request was due to the last byte of its answer,
                at a client on the same machine, which has its share of the processor.

                """.formatted(day, machine, ManyVideos.VIDEOS, LibraryLoad.EACH_SECOND, time.toSeconds()));
        text.append("| database | requests | p50 ms | p95 ms (≤ 200 aimed at) | p99 ms |\n|:--|--:|--:|--:|--:|\n");
        found.forEach((database, answers) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f |%n",
                database,
                answers.all().size(),
                answers.percentile(50),
                answers.percentile(95),
                answers.percentile(99))));
        text.append("\n| who asks | what for | ")
                .append(found.keySet().stream()
                        .map(name -> name + " p50 / p95 ms")
                        .collect(Collectors.joining(" | ")))
                .append(" |\n|:--|:--|")
                .append("--:|".repeat(found.size()))
                .append('\n');
        Answers any = found.values().iterator().next();
        int row = 0;
        for (Question question : any.each().keySet()) {
            text.append("| ")
                    .append(question.who())
                    .append(" | ")
                    .append(question.what())
                    .append(" |");
            for (Answers answers : found.values())
                text.append(' ').append(each(answers, row)).append(" |");
            text.append('\n');
            row++;
        }
        return CHAPTER.of(text.toString());
    }

    /** The questions are the same in each, apart from the ids of clubs. */
    private static String each(Answers answers, int row) {
        var times = answers.each().values().stream().skip(row).findFirst().orElseThrow();
        return String.format(Locale.ROOT, "%.0f / %.0f", Answers.percentile(times, 50), Answers.percentile(times, 95));
    }
}
