package club.courtside.session;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A session as the API shows it.
 *
 * @param terrainId the court; null when a camera without court is tried out
 * @param state {@code open} or {@code closed}
 * @param preview where to watch it, relative to the server
 * @param closedAt null while it is open
 */
public record SessionView(
        UUID sessionId,
        UUID terrainId,
        UUID clubId,
        String state,
        CameraView camera,
        String openedBy,
        Preview preview,
        Instant createdAt,
        Instant closedAt) {

    /**
     * @param id null when it belongs to no court
     * @param kind {@code rtsp}, {@code rtsps}, {@code http} or {@code https}
     */
    public record CameraView(UUID id, String name, String kind) {}

    /**
     * @param websocket MSE; with {@code ?format=jpeg} pictures
     * @param rtsp the whole address at the relay; null in lists and live updates, for a camera without court, and while the
     *     relay does not listen
     * @param token for {@code ?token=} at these addresses, 15 minutes long; null in lists and live updates
     */
    public record Preview(String mjpeg, String snapshot, String info, String websocket, String rtsp, String token) {}

    /** As it is handed to the one person that the token was made for. */
    SessionView withPreview(String rtsp, String token) {
        Preview addresses =
                new Preview(preview.mjpeg(), preview.snapshot(), preview.info(), preview.websocket(), rtsp, token);
        return new SessionView(sessionId, terrainId, clubId, state, camera, openedBy, addresses, createdAt, closedAt);
    }

    public static SessionView of(Session session) {
        String preview = "/api/preview/" + session.id();
        return new SessionView(
                session.id(),
                session.court() == null ? null : session.court().id(),
                session.club().id(),
                session.isOpen() ? "open" : "closed",
                camera(session),
                session.openedBy().displayName(),
                new Preview(
                        preview + "/stream.mjpeg",
                        preview + "/snapshot.jpg",
                        preview + "/info",
                        "/ws/preview/" + session.id(),
                        null,
                        null),
                session.openedAt(),
                session.closedAt());
    }

    private static CameraView camera(Session session) {
        return session.camera() == null
                ? new CameraView(
                        null,
                        session.trialCamera().host(),
                        kind(session.trialCamera().url()))
                : new CameraView(
                        session.camera().id(),
                        session.camera().name(),
                        kind(session.camera().url()));
    }

    private static String kind(String url) {
        return URI.create(url).getScheme();
    }
}
