package club.courtside.bench;

import club.courtside.bench.ConversionSpeed.Pair;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The chapter of {@code docs/benchmarks.md} on conversions. */
final class ConversionChapter {

    static final Chapter CHAPTER = new Chapter("Conversion");
    private static final double AIMED_AT = 0.95;

    private ConversionChapter() {}

    /** Of one preset, the median of its pairs. */
    static double speed(List<Pair> pairs, String preset, ToDoubleFunction<Pair> ours) {
        double[] ratios = pairs.stream()
                .filter(pair -> pair.preset().equals(preset))
                .mapToDouble(pair -> pair.ffmpeg() / ours.applyAsDouble(pair))
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }

    static boolean isAsAimedAt(List<Pair> pairs) {
        return presets(pairs).stream().allMatch(preset -> speed(pairs, preset, Pair::made) >= AIMED_AT);
    }

    private static List<String> presets(List<Pair> pairs) {
        return pairs.stream().map(Pair::preset).distinct().toList();
    }

    /** @param machine in words */
    static String of(List<Pair> pairs, String machine, LocalDate day) {
        StringBuilder text = new StringBuilder();
        text.append("""
                Written by `./courtside bench --conversion` on %s: %s.

                A film (1080p25 H.264 at 4 Mb/s, %.0f s, with sound) is brought to the standard form: 1080×1920, 30 pictures a second,
                H.264 CRF 23, AAC, its tables at its beginning. Courtside's engine (`PUT /tasks/ID`) and the bundled FFmpeg program do it at the
                same low priority, by turns of two seconds: while one goes on, the other is stopped and its time stands still. *Made*: from
                the order to the whole copy, with the start of its process. *Verified*: until that copy was decoded from its first to its last
                packet, fsync'd, put in its place, and has its SHA-256; FFmpeg does none of that.

                """.formatted(day, machine, pairs.get(0).film()));
        text.append("| preset | Courtside made s | Courtside verified s | FFmpeg s |\n|:--|--:|--:|--:|\n");
        for (Pair pair : pairs)
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f |%n",
                    pair.preset(),
                    pair.made(),
                    pair.verified(),
                    pair.ffmpeg()));
        text.append(
                "\n| preset | speed against FFmpeg, median (≥ 0.95 aimed at) | the same, verified |\n|:--|--:|--:|\n");
        for (String preset : presets(pairs))
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |%n",
                    preset,
                    speed(pairs, preset, Pair::made),
                    speed(pairs, preset, Pair::verified)));
        text.append("\nFFmpeg: `nice -n 10 ionice -c 3 ffmpeg ")
                .append(String.join(" ", ConversionSpeed.arguments("FILM", "PRESET", "FILE")))
                .append("`\n");
        return CHAPTER.of(text.toString());
    }
}
