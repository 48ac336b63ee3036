package club.courtside.obs.websocket;

/** OBS Studio has understood a request and says no. */
public final class ObsRefusal extends RuntimeException {

    /** It does not know such a request: it is older. */
    public static final int UNKNOWN_REQUEST = 204;
    /** It records already, or is still stopping. */
    public static final int OUTPUT_RUNNING = 500;
    /** It does not record. */
    public static final int OUTPUT_NOT_RUNNING = 501;

    private static final long serialVersionUID = 1L;
    private final int code;

    ObsRefusal(String request, int code, String comment) {
        super("OBS Studio refuses " + request + " (" + code + (comment == null ? ")" : "): " + comment));
        this.code = code;
    }

    /** {@code RequestStatus} of the protocol. */
    public int code() {
        return code;
    }
}
