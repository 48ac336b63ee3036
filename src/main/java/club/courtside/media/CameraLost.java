package club.courtside.media;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

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

    public static CameraLost unauthorized() {
        return new CameraLost(Reason.UNAUTHORIZED, "The camera refuses this user name or password.");
    }

    public static CameraLost unknownStream(CameraAddress address) {
        return new CameraLost(
                Reason.NOT_FOUND,
                "The camera knows no stream at %s.".formatted(address.uri().getPath()));
    }

    public static CameraLost ownError() {
        return new CameraLost(Reason.CLOSED, "The camera answered with an error of its own.");
    }

    public static CameraLost withoutVideo() {
        return new CameraLost(Reason.NO_VIDEO, "There is no video in this stream.");
    }

    public static CameraLost withoutSize() {
        return new CameraLost(Reason.NO_VIDEO, "The camera does not tell the size of its picture.");
    }

    /** @param cause what connecting to it came to */
    public static CameraLost unreachable(CameraAddress address, IOException cause) {
        String host = address.uri().getHost();
        String where = host + ":" + address.port();
        if (cause instanceof UnknownHostException)
            return new CameraLost(Reason.UNREACHABLE, "No device is known as %s.".formatted(host), cause);
        if (cause instanceof SocketTimeoutException)
            return new CameraLost(Reason.UNREACHABLE, "Nothing answers at %s.".formatted(where), cause);
        boolean refused = String.valueOf(cause.getMessage()).contains("refused");
        return refused
                ? new CameraLost(Reason.REFUSED, "Nothing listens at %s.".formatted(where), cause)
                : new CameraLost(Reason.UNREACHABLE, "%s cannot be reached.".formatted(where), cause);
    }

    /** It was reached, and does not answer. */
    public static CameraLost mute(CameraAddress address) {
        String where = address.uri().getHost() + ":" + address.port();
        return new CameraLost(Reason.TIMEOUT, "The camera at %s accepts but sends nothing.".formatted(where));
    }

    public static CameraLost silent() {
        return new CameraLost(Reason.TIMEOUT, "The camera sends nothing any more.");
    }

    public static CameraLost ended() {
        return new CameraLost(Reason.CLOSED, "The camera ended the connection.");
    }

    public static CameraLost broken(String why) {
        return new CameraLost(Reason.CLOSED, "The connection to the camera broke: " + why + ".");
    }

    public static CameraLost stopped() {
        return new CameraLost(Reason.STOPPED, "The connection is not needed any more.");
    }

    public Reason reason() {
        return reason;
    }
}
