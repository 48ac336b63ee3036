package club.courtside.library;

/** How many small pictures a video's strip has, for it and for whoever shows it. */
final class StripShape {

    static final int COLUMNS = 10;
    static final int WIDTH = 160;
    static final int SHORTEST_SECONDS = 10;
    private static final int MOST = 60;
    private static final int SECONDS_EACH = 2;

    private StripShape() {}

    /** @param seconds at least {@link #SHORTEST_SECONDS} */
    static int pictures(double seconds) {
        return Math.max(1, Math.min(MOST, (int) (seconds / SECONDS_EACH)));
    }
}
