package club.courtside.bench;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The chapter of {@code docs/benchmarks.md} on uploads. */
final class UploadChapter {

    static final Chapter CHAPTER = new Chapter("Uploads");
    private static final double AIMED_AT = 0.9;

    private UploadChapter() {}

    static double speed(UploadSpeed.Found found) {
        List<Double> ratios = found.pairs().stream()
                .map(pair -> pair.curl() / pair.ours())
                .sorted()
                .toList();
        return ratios.get(ratios.size() / 2);
    }

    static boolean isAsAimedAt(UploadSpeed.Found found, CamerasBesideConversions.Found beside) {
        return speed(found) >= AIMED_AT && beside.lost() == 0;
    }

    /** @param machine in words */
    static String of(UploadSpeed.Found found, CamerasBesideConversions.Found beside, String machine, LocalDate day) {
        StringBuilder text = new StringBuilder();
        text.append("""
                Written by `./courtside bench --uploads` on %s: %s.

                A file of %.0f GB goes over loopback to a process that forgets it, once by Courtside (one `PUT`, as to Bunny Storage) and
                once by `curl -T`, in turns. Seconds, curl's with the start of its process:

                """.formatted(day, machine, found.bytes() / 1e9));
        text.append("| Courtside s | curl s |\n|--:|--:|\n");
        for (UploadSpeed.Pair pair : found.pairs())
            text.append(String.format(Locale.ROOT, "| %.2f | %.2f |%n", pair.ours(), pair.curl()));
        List<Long> used = found.heap().used();
        text.append(String.format(
                Locale.ROOT,
                "%nSpeed against curl, median: %.2f (≥ 0.9 aimed at). While a file of %.0f GB went out, the heap in use after a collection"
                        + " was %.1f to %.1f MB.%n",
                speed(found),
                found.heap().file() / 1e9,
                Collections.min(used) / 1e6,
                Collections.max(used) / 1e6));
        text.append(String.format(
                Locale.ROOT,
                "%nWhile %d films were converted, %d cameras (1080p25, 4 Mb/s) were recorded: of %d pictures sent %d were lost, and the"
                        + " conversions came to %s meanwhile (recordings come first: conversions stand still while the machine is short).%n",
                beside.conversions(),
                beside.cameras(),
                beside.round().sent(),
                beside.lost(),
                beside.converted().stream()
                        .map(part -> String.format(Locale.ROOT, "%.0f %%", part * 100))
                        .toList()));
        return CHAPTER.of(text.toString());
    }
}
