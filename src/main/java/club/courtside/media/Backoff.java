package club.courtside.media;

/** The growing pauses between attempts: half a second, doubled up to ten seconds. */
final class Backoff {

    static final long SHORTEST = 500_000_000L;
    static final long LONGEST = 10_000_000_000L;

    private long next = SHORTEST;

    long nextNanos() {
        long pause = next;
        next = Math.min(next * 2, LONGEST);
        return pause;
    }

    void reset() {
        next = SHORTEST;
    }
}
