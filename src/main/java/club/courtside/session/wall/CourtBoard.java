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
import club.courtside.session.LatestFigures;
import club.courtside.session.MatchUploads;
import club.courtside.session.Recording;
import club.courtside.session.RecordingOrders;
import club.courtside.session.RecordingQuality;
import club.courtside.session.Recordings;
import club.courtside.session.Session;
import club.courtside.session.Sessions;
import club.courtside.session.Take;
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
    private final RecordingOrders orders;
    private final MatchUploads uploads;
    private final Clock clock;

    @Inject
    public CourtBoard(
            CourtAccess courts,
            Cameras cameras,
            CameraFeeds feeds,
            Sessions sessions,
            Recordings recordings,
            LatestFigures figures,
            RecordingOrders orders,
            MatchUploads uploads,
            Clock clock) {
        this.courts = courts;
        this.cameras = cameras;
        this.feeds = feeds;
        this.sessions = sessions;
        this.recordings = recordings;
        this.figures = figures;
        this.orders = orders;
        this.uploads = uploads;
        this.clock = clock;
    }

    protected CourtBoard() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** All courts that somebody may know of, in the order of the wall. */
    public List<CourtTile> wall(Caller caller) {
        Map<UUID, Session> open = sessions.open().stream()
                .filter(session -> session.court() != null)
                .sorted(Sessions.MAIN_CAMERA_FIRST)
                .collect(Collectors.toMap(
                        session -> session.court().id(), Function.identity(), (first, other) -> first));
        Map<UUID, List<Camera>> all = cameras.all().stream()
                .collect(Collectors.groupingBy(camera -> camera.court().id()));
        return courts.courts(caller).stream()
                .map(court -> tile(caller, court, all.getOrDefault(court.id(), List.of()), open.get(court.id())))
                .toList();
    }

    /** @throws club.courtside.platform.ProblemException 404 */
    public CourtTile court(Caller caller, String idOrSlug) {
        Court court = courts.court(caller, idOrSlug);
        Session session = sessions.openOnCourt(court.id()).stream().findFirst().orElse(null);
        return tile(caller, court, cameras.ofCourt(court.id()), session);
    }

    private CourtTile tile(Caller caller, Court court, List<Camera> angles, Session session) {
        Optional<Take> latest = Optional.ofNullable(session)
                .flatMap(open -> recordings.latestTakeIn(open.id()))
                .map(figures::refresh);
        Take running = latest.filter(take -> !take.hasEnded()).orElse(null);
        boolean admin = caller.isAdminOf(court.club().id());
        boolean ownSession = session != null && session.isManagedBy(caller);
        boolean ownTake = running != null && running.isManagedBy(caller);
        boolean free = session == null || ownSession || latest.isPresent();
        List<AngleTile> shown = angles.stream()
                .filter(camera -> admin || (ownSession ? session.covers(camera.id()) : camera.isMain()))
                .map(camera -> angle(camera, running, ownTake))
                .toList();
        return new CourtTile(
                court.id(),
                court.name(),
                court.slug(),
                court.position(),
                court.club().id(),
                court.club().name(),
                court.club().timeZone(),
                shown.isEmpty() ? List.of(AngleTile.none()) : shown,
                session == null ? null : session.id(),
                ownTake ? RecordingFigures.of(running.main(), clock.instant()) : null,
                !shown.isEmpty() && running == null && free,
                ownTake,
                !shown.isEmpty() && (admin || ownSession),
                court.club().defaultMinutes(),
                qualities(angles),
                uploads.usually(court.club()).orElse(null),
                angles.stream()
                        .filter(camera -> !ownSession || session.covers(camera.id()))
                        .map(Camera::name)
                        .toList());
    }

    private List<RecordingQuality> qualities(List<Camera> angles) {
        return angles.stream()
                .flatMap(camera -> orders.qualities(camera).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private AngleTile angle(Camera camera, Take running, boolean ownTake) {
        Optional<FeedStatus> feed = feeds.status(camera.id());
        Optional<Recording> recording = Optional.ofNullable(running).flatMap(take -> recordingOf(camera, take));
        CameraState state = recording
                .map(known -> state(known, feeds.state(camera.id())))
                .orElseGet(() -> feeds.state(camera.id()));
        return new AngleTile(
                camera.id(),
                camera.name(),
                camera.recordsItself() ? "none" : feed.map(CourtBoard::preview).orElse("auto"),
                state,
                recording
                        .map(Recording::reason)
                        .or(() -> feed.map(FeedStatus::reason))
                        .map(Reason::code)
                        .orElse(null),
                recording
                        .filter(known -> ownTake)
                        .map(known -> RecordingFigures.of(known, clock.instant()))
                        .orElse(null));
    }

    private static Optional<Recording> recordingOf(Camera camera, Take take) {
        return take.recordings().stream()
                .filter(recording -> recording.feedId().equals(camera.id()))
                .findFirst();
    }

    /** A camera that has never answered since the start is lost like one that went away later. */
    private static CameraState state(Recording recording, CameraState camera) {
        return switch (recording.state()) {
            case INTERRUPTED -> CameraState.INTERRUPTED;
            case STARTING -> camera == CameraState.OFFLINE ? CameraState.INTERRUPTED : CameraState.RECORDING;
            case COMPLETED, FAILED -> camera;
            default -> CameraState.RECORDING;
        };
    }

    private static String preview(FeedStatus feed) {
        if (feed.video() == null) return "auto";
        return feed.video().codec().equals("h264") ? "mse" : "jpeg";
    }
}
