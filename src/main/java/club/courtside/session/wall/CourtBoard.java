package club.courtside.session.wall;

import club.courtside.account.Caller;
import club.courtside.court.Camera;
import club.courtside.court.CameraFeeds;
import club.courtside.court.CameraState;
import club.courtside.court.Cameras;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.session.LatestFigures;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import club.courtside.session.Session;
import club.courtside.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wall of courts: what happens on each of them this second, as one person may see it. */
@ApplicationScoped
public class CourtBoard {

    private final CourtAccess courts;
    private final Cameras cameras;
    private final CameraFeeds feeds;
    private final Sessions sessions;
    private final Recordings recordings;
    private final LatestFigures figures;
    private final Clock clock;

    @Inject
    public CourtBoard(
            CourtAccess courts,
            Cameras cameras,
            CameraFeeds feeds,
            Sessions sessions,
            Recordings recordings,
            LatestFigures figures,
            Clock clock) {
        this.courts = courts;
        this.cameras = cameras;
        this.feeds = feeds;
        this.sessions = sessions;
        this.recordings = recordings;
        this.figures = figures;
        this.clock = clock;
    }

    protected CourtBoard() {
        this(null, null, null, null, null, null, null);
    }

    /** All courts that somebody may know of, in the order of the wall. */
    public List<CourtTile> wall(Caller caller) {
        Map<UUID, Session> open = sessions.open().stream()
                .filter(session -> session.court() != null)
                .collect(Collectors.toMap(
                        session -> session.court().id(), Function.identity(), (newest, older) -> newest));
        Map<UUID, Recording> running = recordings.running().stream()
                .collect(Collectors.toMap(recording -> recording.session().id(), figures::refresh));
        Map<UUID, Camera> main = cameras.all().stream()
                .collect(Collectors.toMap(
                        camera -> camera.court().id(), Function.identity(), (one, two) -> one.isMain() ? one : two));
        return courts.courts(caller).stream()
                .map(court -> {
                    Session session = open.get(court.id());
                    Recording recording = session == null ? null : running.get(session.id());
                    return tile(caller, court, main.get(court.id()), session, recording);
                })
                .toList();
    }

    /** @throws club.courtside.platform.ProblemException 404 */
    public CourtTile court(Caller caller, String idOrSlug) {
        Court court = courts.court(caller, idOrSlug);
        Camera camera = cameras.mainOf(court.id()).orElse(null);
        Session session = sessions.openOnCourt(court.id()).orElse(null);
        Recording recording = Optional.ofNullable(session)
                .flatMap(open -> recordings.runningIn(open.id()))
                .map(figures::refresh)
                .orElse(null);
        return tile(caller, court, camera, session, recording);
    }

    private CourtTile tile(Caller caller, Court court, Camera camera, Session session, Recording recording) {
        boolean admin = caller.isAdminOf(court.club().id());
        boolean ownSession = session != null && session.isManagedBy(caller);
        Optional<FeedStatus> feed = Optional.ofNullable(camera).flatMap(known -> feeds.status(known.id()));
        return new CourtTile(
                court.id(),
                court.name(),
                court.slug(),
                court.position(),
                court.club().id(),
                court.club().name(),
                court.club().timeZone(),
                camera == null ? null : camera.id(),
                feed.map(CourtBoard::preview).orElse("auto"),
                state(camera, recording),
                reason(camera, feed),
                session == null ? null : session.id(),
                recording == null ? null : RecordingFigures.of(recording, clock.instant()),
                camera != null && recording == null && (session == null || ownSession),
                recording != null && recording.isManagedBy(caller),
                camera != null && (admin || ownSession),
                court.club().defaultMinutes());
    }

    private CameraState state(Camera camera, Recording recording) {
        if (camera == null) return CameraState.OFFLINE;
        if (recording == null) return feeds.state(camera.id());
        return recording.state() == RecordingState.INTERRUPTED ? CameraState.INTERRUPTED : CameraState.RECORDING;
    }

    private static String preview(FeedStatus feed) {
        if (feed.video() == null) return "auto";
        return feed.video().codec().equals("h264") ? "mse" : "jpeg";
    }

    private static String reason(Camera camera, Optional<FeedStatus> feed) {
        if (camera == null) return "no_camera";
        return feed.map(FeedStatus::reason).map(Reason::code).orElse(null);
    }
}
