package club.courtside.bench.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares two quiet moments of the same engine, everything stopped: after warm-up and at the end. What came and went in
 * between must have left nothing.
 */
final class Verdict {

    /** Java collects code and classes for a while; what leaks on every start or reader is far more in half an hour. */
    private static final double MEMORY = 1.15;

    private static final long HEAP_BYTES = 4_000_000;

    private static final int THREADS = 2;
    private static final int FILE_HANDLES = 4;

    private Verdict() {}

    /** @return one sentence for each thing that grew; empty when all is well */
    static List<String> growth(Sample warm, Sample end) {
        List<String> grown = new ArrayList<>();
        if (end.pss() > warm.pss() * MEMORY) grown.add(grown("memory (PSS)", warm.pss() / 1e6, end.pss() / 1e6, " MB"));
        if (end.heap() > warm.heap() + HEAP_BYTES)
            grown.add(grown("Java heap", warm.heap() / 1e6, end.heap() / 1e6, " MB"));
        if (end.threads() > warm.threads() + THREADS)
            grown.add(grown("number of threads", warm.threads(), end.threads(), ""));
        if (end.fileHandles() > warm.fileHandles() + FILE_HANDLES)
            grown.add(grown("number of file handles", warm.fileHandles(), end.fileHandles(), ""));
        if (end.temporaryFiles() > warm.temporaryFiles())
            grown.add(grown("number of temporary files", warm.temporaryFiles(), end.temporaryFiles(), ""));
        return grown;
    }

    private static String grown(String what, double from, double to, String unit) {
        return "The %s grew from %.1f%s to %.1f%s.".formatted(what, from, unit, to, unit);
    }
}
