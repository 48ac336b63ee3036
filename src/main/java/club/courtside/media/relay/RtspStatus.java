package club.courtside.media.relay;

/** What an answer begins with (RFC 2326, 7.1.1). */
enum RtspStatus {
    OK(200, "OK"),
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    NOT_ACCEPTABLE(406, "Not Acceptable"),
    TOO_LARGE(413, "Request Entity Too Large"),
    UNSUPPORTED_MEDIA(415, "Unsupported Media Type"),
    SESSION_NOT_FOUND(454, "Session Not Found"),
    NOT_VALID_NOW(455, "Method Not Valid in This State"),
    AGGREGATE_NOT_ALLOWED(459, "Aggregate Operation Not Allowed"),
    UNSUPPORTED_TRANSPORT(461, "Unsupported Transport"),
    NOT_IMPLEMENTED(501, "Not Implemented"),
    UNAVAILABLE(503, "Service Unavailable"),
    VERSION_NOT_SUPPORTED(505, "RTSP Version Not Supported");

    private final int code;
    private final String phrase;

    RtspStatus(int code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return code + " " + phrase;
    }
}
