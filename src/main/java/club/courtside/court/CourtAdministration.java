package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Changes clubs, their courts and cameras, lets the engine know, and writes down who did it. Who may do it was decided
 * before.
 */
@ApplicationScoped
@Transactional
public class CourtAdministration {

    /**
     * What somebody says about a camera. On a change, null leaves what is; an empty user name removes the credentials.
     *
     * @param url may carry user information, which is kept apart
     * @param transport {@code tcp} or {@code udp}
     * @param main makes it the court's main angle
     */
    public record CameraWish(
            String name, String url, String username, String password, Transport transport, Boolean main) {}

    /**
     * What somebody says about a club's choices; null leaves what is. A recording goes on as it began.
     *
     * @param sound recordings keep the camera's sound
     * @param allowHevc recordings of an H.265 camera stay H.265
     * @param playersMayDelete players delete their own videos
     */
    public record ClubWish(Boolean sound, Boolean allowHevc, Boolean playersMayDelete) {}

    private final Clubs clubs;
    private final Courts courts;
    private final Cameras cameras;
    private final CameraSecrets secrets;
    private final Clock clock;
    private final Event<Object> events;
    private final Audit audit;

    @Inject
    public CourtAdministration(
            Clubs clubs,
            Courts courts,
            Cameras cameras,
            CameraSecrets secrets,
            Clock clock,
            Event<Object> events,
            Audit audit) {
        this.clubs = clubs;
        this.courts = courts;
        this.cameras = cameras;
        this.secrets = secrets;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
    }

    protected CourtAdministration() {
        this(null, null, null, null, null, null, null);
    }

    public Club changeClub(Caller who, UUID clubId, ClubWish wish) {
        Club club = clubs.byId(clubId).orElseThrow(() -> ProblemException.notFound("there is no such club"));
        if (wish.sound() != null) club.keepsSound(wish.sound());
        if (wish.allowHevc() != null) club.keepsHevc(wish.allowHevc());
        if (wish.playersMayDelete() != null) club.playersMayDelete(wish.playersMayDelete());
        audit.tells(who, AuditAction.CLUB_CHANGED, club.id(), club.id(), club.name());
        return club;
    }

    /** @param slug null: made of the name */
    public Court addCourt(Caller who, Club club, String name, String slug) {
        String checked = Names.checked("name", name);
        String shortName = slug == null ? Names.slugOf(checked) : slug;
        List<Court> existing = courts.ofClub(club.id());
        if (existing.stream().anyMatch(court -> court.slug().equals(shortName)))
            throw ProblemException.conflict("the club has a court with the short name " + shortName + " already");
        int position = existing.stream().mapToInt(Court::position).max().orElse(0) + 1;
        Court court = new Court(club, checked, shortName, position);
        courts.add(court);
        audit.tells(who, AuditAction.COURT_ADDED, club.id(), court.id(), court.name());
        return court;
    }

    public Camera addCamera(Caller who, Court court, CameraWish wish) {
        CameraUrl url = CameraUrl.parse(wish.url());
        List<Camera> others = cameras.ofCourt(court.id());
        String name = wish.name() == null ? "Camera " + (others.size() + 1) : wish.name();
        Camera camera = new Camera(court, name, url, others.isEmpty());
        signIn(camera, url, wish);
        camera.uses(wish.transport());
        cameras.add(camera);
        if (Boolean.TRUE.equals(wish.main())) makeMain(camera, others);
        tellOf(court);
        tell(who, AuditAction.CAMERA_ADDED, camera);
        return camera;
    }

    public Camera changeCamera(Caller who, UUID cameraId, CameraWish wish) {
        Camera camera = cameras.byId(cameraId).orElseThrow(() -> ProblemException.notFound("there is no such camera"));
        if (wish.name() != null) camera.rename(wish.name());
        if (wish.transport() != null) camera.uses(wish.transport());
        CameraUrl url = CameraUrl.parse(wish.url() == null ? camera.url() : wish.url());
        camera.movesTo(url);
        signIn(camera, url, wish);
        if (Boolean.TRUE.equals(wish.main()))
            makeMain(camera, cameras.ofCourt(camera.court().id()));
        tellOf(camera.court());
        tell(who, AuditAction.CAMERA_CHANGED, camera);
        return camera;
    }

    private void tell(Caller who, AuditAction action, Camera camera) {
        Court court = camera.court();
        audit.tells(who, action, court.club().id(), camera.id(), camera.name(), court.name());
    }

    private void signIn(Camera camera, CameraUrl url, CameraWish wish) {
        String username = wish.username() == null ? url.username() : wish.username();
        String password = wish.password() == null ? url.password() : wish.password();
        if (username != null && username.isEmpty()) camera.signsInAs(null, null);
        else if (username != null || password != null)
            camera.signsInAs(
                    username == null ? camera.username() : Names.checked("username", username),
                    password == null ? camera.encryptedPassword() : secrets.encrypt(checkedPassword(password)));
    }

    private static String checkedPassword(String password) {
        if (password.length() > 200)
            throw ProblemException.badRequest("password", "the password is longer than 200 characters");
        return password;
    }

    /** A camera's address at the relay depends on the others of its court. */
    private void tellOf(Court court) {
        KnownCamera.of(cameras.ofCourt(court.id()), secrets).forEach(camera -> events.fire(CameraChanged.to(camera)));
    }

    private static void makeMain(Camera camera, List<Camera> angles) {
        angles.forEach(Camera::becomesSecondary);
        camera.becomesMain();
    }

    /**
     * What was recorded with it stays as it is.
     *
     * @throws ProblemException 404, or 409 while somebody needs it
     */
    public void removeCamera(Caller who, UUID cameraId) {
        Camera camera =
                cameras.byIdLocked(cameraId).orElseThrow(() -> ProblemException.notFound("there is no such camera"));
        events.fire(new CameraLeaving(cameraId));
        boolean wasMain = camera.isMain();
        camera.remove(clock.instant());
        if (wasMain)
            cameras.ofCourt(camera.court().id()).stream()
                    .filter(other -> !other.id().equals(cameraId))
                    .findFirst()
                    .ifPresent(Camera::becomesMain);
        events.fire(CameraChanged.removed(cameraId));
        tell(who, AuditAction.CAMERA_DELETED, camera);
        tellOf(camera.court());
    }
}
