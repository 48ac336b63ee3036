package club.courtside.session.wall;

/** What is left of a recording, for the ring on its picture. */
public final class Ring {
    private static final double LAST_MINUTE = 60;

    private final double left;
    private final double planned;

    /**
     * @param left seconds
     * @param planned seconds
     */
    public Ring(double left, double planned) {
        this.left = Math.max(0, left);
        this.planned = planned;
    }

    /** How much of the ring is drawn, 0 to 100. */
    public long getShare() {
        return planned <= 0 ? 0 : Math.min(100, Math.round(100 * left / planned));
    }

    /** Whole minutes, and seconds only in the last one. */
    public boolean isInMinutes() {
        return left > LAST_MINUTE;
    }

    public String getText() {
        return isInMinutes()
                ? String.valueOf((long) Math.ceil(left / 60))
                : "%d:%02d".formatted(Math.round(left) / 60, Math.round(left) % 60);
    }
}
