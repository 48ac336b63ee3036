package club.courtside.obs;

import club.courtside.account.Caller;
import club.courtside.court.Camera;
import club.courtside.court.Cameras;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.ProblemException;
import club.courtside.session.LatestFigures;
import club.courtside.session.Recordings;
import club.courtside.session.Take;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The courts that are recorded by OBS Studio, as one person may know of them. */
@ApplicationScoped
public class ObsCourts {

    private final CourtAccess access;
    private final Cameras cameras;
    private final Recordings recordings;
    private final LatestFigures figures;
    private final Studios studios;

    @Inject
    public ObsCourts(
            CourtAccess access, Cameras cameras, Recordings recordings, LatestFigures figures, Studios studios) {
        this.access = access;
        this.cameras = cameras;
        this.recordings = recordings;
        this.figures = figures;
        this.studios = studios;
    }

    protected ObsCourts() {
        this(null, null, null, null, null);
    }

    List<Camera> all(Caller caller) {
        return cameras.recordingThemselves().stream()
                .filter(camera -> caller.maySee(camera.court().club().id()))
                .toList();
    }

    /**
     * @param courtId id or short name; null for the only one, or the one of the settings
     * @throws ProblemException 404 when there is none, 400 naming {@code court_id} when there are several
     */
    Camera one(Caller caller, String courtId) {
        List<Camera> known = all(caller);
        if (courtId != null) {
            Court court = access.court(caller, courtId);
            return known.stream()
                    .filter(camera -> camera.court().id().equals(court.id()))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.notFound("this court is not recorded by OBS Studio"));
        }
        if (known.isEmpty()) throw ProblemException.notFound("no court is recorded by OBS Studio");
        return known.stream()
                .filter(camera -> known.size() == 1 || Studios.isDefault(camera))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "court_id", "several courts are recorded by OBS Studio; name the one that is meant"));
    }

    /** @throws ProblemException 404, or 403 for members who don't run the club */
    Optional<StudioView> ofCamera(Caller caller, UUID cameraId) {
        Camera camera = access.cameraToRun(caller, cameraId.toString());
        return camera.recordsItself() ? Optional.of(view(camera)) : Optional.empty();
    }

    StudioView view(Camera camera) {
        return StudioView.of(camera, studios.state(camera.id()), running(camera).isPresent());
    }

    /** What one may know of that OBS records now. */
    List<Take> running(Caller caller) {
        return all(caller).stream()
                .flatMap(camera -> running(camera).stream())
                .filter(take -> take.isManagedBy(caller))
                .map(figures::refresh)
                .toList();
    }

    private Optional<Take> running(Camera camera) {
        return recordings.running().stream()
                .filter(recording -> recording.feedId().equals(camera.id()))
                .findFirst()
                .flatMap(recording ->
                        recordings.runningTakeIn(recording.session().id()));
    }

    /** @throws ProblemException 404, 403, 400 naming {@code scene}, 422 when OBS does not answer */
    void show(Caller caller, String courtId, String scene) {
        if (scene == null || scene.isBlank()) throw ProblemException.badRequest("scene", "the scene is missing");
        Camera camera = one(caller, courtId);
        access.cameraToRun(caller, camera.id().toString());
        Studio studio = studios.of(camera.id()).orElseThrow(() -> ProblemException.notFound("there is no such court"));
        try {
            ObsRecorder.answer(studio.show(scene));
        } catch (EngineException refused) {
            if (refused.reason().code().equals("not_found"))
                throw ProblemException.badRequest("scene", refused.reason().message());
            throw ProblemException.unusable(
                    null, refused.reason().code(), refused.reason().message());
        }
    }
}
