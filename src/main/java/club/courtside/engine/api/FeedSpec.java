package club.courtside.engine.api;

/**
 * A camera that the engine may have to connect to.
 *
 * @param url without user information
 * @param username null when the camera asks for none
 * @param password never sent back, never logged
 * @param transport {@code tcp} (default) or {@code udp}; RTSP only
 * @param keepOpen hold the connection even while nobody watches or records (an open session)
 */
public record FeedSpec(String url, String username, String password, String transport, boolean keepOpen) {

    @Override
    public String toString() {
        return "FeedSpec[" + url + (username == null ? "" : " as " + username) + ", keepOpen=" + keepOpen + "]";
    }
}
