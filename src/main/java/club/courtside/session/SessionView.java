package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.court.Camera;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as the API shows it.
 *
 * @param terrainId the court; null when a camera without court is tried out
 * @param state {@code open} or {@code closed}
 * @param camera the main one
 * @param cameras all angles with where to watch each, the main one first
 * @param openedBy whose it is, for themselves and for those who run the club; who plays is nobody else's affair
 * @param preview where to watch the main angle, relative to the server
 * @param closedAt null while it is open
 */
public record SessionView(
        UUID sessionId,
        UUID terrainId,
        UUID clubId,
        String state,
        CameraView camera,
        List<AngleView> cameras,

        @Schema(
                description = "the user's name; null for whoever neither has opened it nor runs the club, and in live"
                        + " updates")
        String openedBy,

        Preview preview,
        Instant createdAt,
        Instant closedAt) {

    /**
     * @param id null when it belongs to no court
     * @param kind {@code rtsp}, {@code rtsps}, {@code http} or {@code https}
     */
    @Schema(name = "SessionCamera")
    public record CameraView(UUID id, String name, String kind) {}

    /** A camera with the addresses of its own pictures. */
    public record AngleView(UUID id, String name, String kind, Preview preview) {}

    /**
     * @param websocket MSE; with {@code ?format=jpeg} pictures
     * @param rtsp the whole address at the relay; null in lists and live updates, for a camera without court, and while the
     *     relay does not listen
     * @param token for {@code ?token=} at these addresses, 15 minutes long; null in lists and live updates
     */
    public record Preview(String mjpeg, String snapshot, String info, String websocket, String rtsp, String token) {

        /** @param query for another angle than the main one; else empty */
        static Preview of(UUID sessionId, String query) {
            String address = "/api/preview/" + sessionId;
            return new Preview(
                    address + "/stream.mjpeg" + query,
                    address + "/snapshot.jpg" + query,
                    address + "/info" + query,
                    "/ws/preview/" + sessionId + query,
                    null,
                    null);
        }

        Preview with(String newRtsp, String newToken) {
            return new Preview(mjpeg, snapshot, info, websocket, newRtsp, newToken);
        }
    }

    /**
     * As it is handed to the one person that the token was made for; it opens all angles.
     *
     * @param rtsp the addresses at the relay, as far as there are any, by camera
     */
    SessionView withPreview(Map<UUID, String> rtsp, String token) {
        return new SessionView(
                sessionId,
                terrainId,
                clubId,
                state,
                camera,
                cameras.stream()
                        .map(angle -> new AngleView(
                                angle.id(),
                                angle.name(),
                                angle.kind(),
                                angle.preview().with(rtsp.get(angle.id()), token)))
                        .toList(),
                openedBy,
                preview.with(rtsp.get(camera.id()), token),
                createdAt,
                closedAt);
    }

    /** As one person may see it. */
    static SessionView of(Session session, Caller caller) {
        return of(session, session.isManagedBy(caller) ? session.openedBy().displayName() : null);
    }

    /** As everybody of the club may see it. */
    static SessionView of(Session session) {
        return of(session, (String) null);
    }

    private static SessionView of(Session session, String openedBy) {
        return new SessionView(
                session.id(),
                session.court() == null ? null : session.court().id(),
                session.club().id(),
                session.isOpen() ? "open" : "closed",
                camera(session),
                cameras(session),
                openedBy,
                Preview.of(session.id(), ""),
                session.openedAt(),
                session.closedAt());
    }

    private static CameraView camera(Session session) {
        return session.camera() == null
                ? new CameraView(
                        null,
                        session.trialCamera().host(),
                        kind(session.trialCamera().url()))
                : view(session.camera());
    }

    private static CameraView view(Camera camera) {
        return new CameraView(camera.id(), camera.name(), kind(camera.url()));
    }

    private static List<AngleView> cameras(Session session) {
        if (session.angles().isEmpty()) {
            CameraView only = camera(session);
            return List.of(new AngleView(null, only.name(), only.kind(), Preview.of(session.id(), "")));
        }
        return session.angles().stream().map(angle -> angle(session, angle)).toList();
    }

    private static AngleView angle(Session session, Angle angle) {
        CameraView camera = view(angle.camera());
        String query = angle.number() == Angle.MAIN ? "" : "?camera=" + camera.id();
        return new AngleView(camera.id(), camera.name(), camera.kind(), Preview.of(session.id(), query));
    }

    private static String kind(String url) {
        return URI.create(url).getScheme();
    }
}
