package club.courtside.library.inventory;

/** Why a video is not as it should be, as the catalogue keeps it. */
public final class Reasons {

    public static final String MISSING = "missing";
    public static final String UNREADABLE = "unreadable";
    public static final String CHANGED = "changed";

    /** A video that has to be converted before browsers play it. */
    public static final String UNCONVERTED = "unconverted";

    private Reasons() {}
}
