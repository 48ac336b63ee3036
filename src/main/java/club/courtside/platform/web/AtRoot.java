package club.courtside.platform.web;

/**
 * Calls that programs know at the server's root, beside the pages, and not under {@code /api}. Their resources stand under
 * {@link #PATH}, where nobody gets from outside; a {@link Forwarding} leads there.
 */
public final class AtRoot {

    /** With more behind it: on a class this alone would hide what others have there. */
    public static final String PATH = "at-root";

    private static final String INSIDE = "^/api/" + PATH + "(/by-tus)?(?=/)";

    private AtRoot() {}

    /**
     * @param path as JAX-RS has it, from {@code /api} on
     * @return as it is known outside
     */
    public static String outside(String path) {
        return path.replaceFirst(INSIDE, "");
    }
}
