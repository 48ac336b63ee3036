package club.courtside.engine.api;

import java.util.List;

/**
 * A camera that the engine may have to connect to.
 *
 * @param url without user information
 * @param username null when the camera asks for none
 * @param password never sent back, never logged
 * @param transport {@code tcp} (default) or {@code udp}; RTSP only
 * @param keepOpen hold the connection even while nobody watches or records (an open session)
 * @param paths under which the relay publishes it, such as {@code club/court}; empty: it is not published
 */
public record FeedSpec(
        String url, String username, String password, String transport, boolean keepOpen, List<String> paths) {

    public FeedSpec {
        paths = paths == null ? List.of() : List.copyOf(paths);
    }

    /** One that is not published. */
    public FeedSpec(String url, String username, String password, String transport, boolean keepOpen) {
        this(url, username, password, transport, keepOpen, List.of());
    }

    @Override
    public String toString() {
        return "FeedSpec[" + url + (username == null ? "" : " as " + username) + ", keepOpen=" + keepOpen + "]";
    }
}
