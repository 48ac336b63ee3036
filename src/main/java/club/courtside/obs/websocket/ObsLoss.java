package club.courtside.obs.websocket;

/** Why there is no connection to OBS Studio. */
public enum ObsLoss {
    /** Nobody listens at the address, or the host is not there: OBS is not running. */
    UNREACHABLE("obs_unreachable", "OBS Studio does not answer; start it, or look at host and port"),
    WRONG_PASSWORD("obs_password", "OBS Studio wants another password"),
    /** Something answers, but it does not speak obs-websocket 5. */
    NOT_OBS("obs_protocol", "what answers there is no OBS Studio 28 or newer"),
    /** It does not answer in time. */
    SILENT("obs_silent", "OBS Studio accepts the connection but stays silent"),
    /** Somebody has ended our connection in OBS itself. */
    KICKED("obs_kicked", "the connection was ended in OBS Studio"),
    CLOSED("obs_closed", "OBS Studio was closed or the connection was lost");

    private static final int AUTHENTICATION_FAILED = 4009;
    private static final int UNSUPPORTED_VERSION = 4010;
    private static final int SESSION_INVALIDATED = 4011;

    private final String code;
    private final String sentence;

    ObsLoss(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** By the code that the WebSocket was closed with; those from 4000 on are in the protocol. */
    static ObsLoss ofCloseCode(int code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> WRONG_PASSWORD;
            case UNSUPPORTED_VERSION -> NOT_OBS;
            case SESSION_INVALIDATED -> KICKED;
            default -> code >= 4000 && code < SESSION_INVALIDATED ? NOT_OBS : CLOSED;
        };
    }

    /** What programs and the message bundles know it by. */
    public String code() {
        return code;
    }

    /** For logs and the API. */
    public String sentence() {
        return sentence;
    }
}
