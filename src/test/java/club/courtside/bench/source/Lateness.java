package club.courtside.bench.source;

/** How far behind its schedule the source sent. A source that is late measures itself, not its readers. */
final class Lateness {

    private static final int MILLIS = 2000;

    private final int[] counts = new int[MILLIS + 1];
    private long all;

    void note(long nanos) {
        counts[(int) Math.min(MILLIS, Math.max(0, nanos / 1_000_000))]++;
        all++;
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
        all = 0;
    }

    /** The time, in ms, that this share of all pictures did not exceed; at most two seconds are told apart. */
    int millis(double share) {
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i <= MILLIS; i++) {
            seen += counts[i];
            if (seen >= wanted) return i;
        }
        return MILLIS;
    }
}
