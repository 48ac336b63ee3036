package club.courtside.media;

/** A camera could not be reached, or stopped delivering. The reason is one a club owner can act on. */
public final class CameraLost extends Exception {

    public enum Reason {
        /** No answer from that address, or its name is unknown. */
        UNREACHABLE,
        /** The address answered that nothing listens there. */
        REFUSED,
        /** Wrong or missing user name or password. */
        UNAUTHORIZED,
        /** The camera answered, but knows no such stream (RTSP or HTTP 404 and the like). */
        NOT_FOUND,
        /** Something answered, but there is no video in it. */
        NO_VIDEO,
        /** There is video, in a compression that Courtside cannot keep. */
        UNSUPPORTED_CODEC,
        /** Connected, but nothing came within the time limit. */
        TIMEOUT,
        /** The camera closed the connection. */
        CLOSED,
        /** The address itself is not acceptable (scheme, form). */
        BAD_ADDRESS,
        /** Nobody needs the feed any more. */
        STOPPED
    }

    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public CameraLost(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public CameraLost(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
