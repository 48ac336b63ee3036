package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Changes the courts of clubs and their cameras, lets the engine know, and writes down who did it. Who may do it was
 * decided before.
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
     * @param recordFolder where an OBS Studio shall put its files, as its machine calls it; empty: where it wants
     * @param mountedFolder what this machine calls the same folder; empty: alike
     */
    public record CameraWish(
            String name,
            String url,
            String username,
            String password,
            Transport transport,
            Boolean main,
            String recordFolder,
            String mountedFolder)
            implements Serializable {

        public CameraWish(
                String name, String url, String username, String password, Transport transport, Boolean main) {
            this(name, url, username, password, transport, main, null, null);
        }
    }

    /**
     * What somebody says about a court; null leaves what is.
     *
     * @param slug short name in addresses, unique within the club
     * @param position from 1: where it shall stand on the wall; the others make room
     */
    public record CourtWish(String name, String slug, Integer position) implements Serializable {}

    private final Courts courts;
    private final Cameras cameras;
    private final CameraSecrets secrets;
    private final Clock clock;
    private final Event<Object> events;
    private final Audit audit;

    @Inject
    public CourtAdministration(
            Courts courts, Cameras cameras, CameraSecrets secrets, Clock clock, Event<Object> events, Audit audit) {
        this.courts = courts;
        this.cameras = cameras;
        this.secrets = secrets;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
    }

    protected CourtAdministration() {
        this(null, null, null, null, null, null);
    }

    /** @param slug null: made of the name */
    public Court addCourt(Caller who, Club club, String name, String slug) {
        String checked = Names.checked("name", name);
        String shortName = slug == null ? Names.slugOf(checked) : slug;
        if (shortName.isEmpty())
            throw ProblemException.badRequest("slug", "no short name can be made of this name; choose one");
        List<Court> existing = courts.ofClub(club.id());
        refuseTaken(existing, shortName);
        int position = existing.stream().mapToInt(Court::position).max().orElse(0) + 1;
        Court court = new Court(club, checked, shortName, position);
        courts.add(court);
        audit.tells(who, AuditAction.COURT_ADDED, club.id(), court.id(), court.name());
        tellOfChange(court);
        return court;
    }

    private static void refuseTaken(List<Court> existing, String slug) {
        if (existing.stream().anyMatch(court -> court.slug().equals(slug)))
            throw ProblemException.conflict("slug", "the club has a court with the short name " + slug + " already");
    }

    /** @throws ProblemException 404, 400 naming the field, 409 when the club has a court of that short name */
    public Court changeCourt(Caller who, UUID courtId, CourtWish wish) {
        Court court = knownCourt(courtId);
        List<Court> all = courts.ofClub(court.club().id());
        if (wish.name() != null) court.rename(wish.name());
        if (wish.slug() != null && !wish.slug().equals(court.slug())) {
            refuseTaken(all, Names.checkedSlug("slug", wish.slug()));
            court.isFoundAt(wish.slug());
            tellOf(court);
        }
        if (wish.position() != null) move(court, wish.position(), all);
        audit.tells(who, AuditAction.COURT_CHANGED, court.club().id(), courtId, court.name());
        tellOfChange(court);
        return court;
    }

    private static void move(Court court, int position, List<Court> all) {
        if (position < 1 || position > all.size())
            throw ProblemException.badRequest("position", "the club has places from 1 to " + all.size());
        List<Court> order = new ArrayList<>(all);
        order.removeIf(other -> other.id().equals(court.id()));
        order.add(position - 1, court);
        for (int place = 0; place < order.size(); place++) order.get(place).standsAt(place + 1);
    }

    /**
     * Its cameras go with it; what was recorded there stays as it is.
     *
     * @throws ProblemException 404, or 409 while a session is open there
     */
    public void removeCourt(Caller who, UUID courtId) {
        Court court = knownCourt(courtId);
        cameras.ofCourt(courtId).forEach(camera -> removeCamera(who, camera.id()));
        court.remove(clock.instant());
        audit.tells(who, AuditAction.COURT_DELETED, court.club().id(), courtId, court.name());
        tellOfChange(court);
    }

    private Court knownCourt(UUID courtId) {
        return courts.byId(courtId).orElseThrow(() -> ProblemException.notFound("there is no such court"));
    }

    private void tellOfChange(Court court) {
        events.fire(
                new LiveUpdate("court_changed", court.club().id(), null, new CourtChange(court.id(), court.name())));
    }

    /** The data of the live update {@code court_changed}: a court is new, was changed or removed, or its cameras were. */
    record CourtChange(UUID courtId, String name) {}

    public Camera addCamera(Caller who, Court court, CameraWish wish) {
        CameraUrl url = CameraUrl.ofAngle(wish.url());
        refuseTakenStudio(url, null);
        List<Camera> others = cameras.ofCourt(court.id());
        String name = wish.name() == null ? "Camera " + (others.size() + 1) : wish.name();
        Camera camera = new Camera(court, name, url, others.isEmpty());
        signIn(camera, url, wish);
        camera.uses(wish.transport());
        camera.writesTo(RecordFolder.own().with(wish.recordFolder(), wish.mountedFolder()));
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
        CameraUrl url = CameraUrl.ofAngle(wish.url() == null ? camera.url() : wish.url());
        refuseTakenStudio(url, camera);
        refuseToCarryPassword(camera, url, wish);
        camera.movesTo(url);
        camera.writesTo(camera.folder().with(wish.recordFolder(), wish.mountedFolder()));
        signIn(camera, url, wish);
        if (Boolean.TRUE.equals(wish.main()))
            makeMain(camera, cameras.ofCourt(camera.court().id()));
        tellOf(camera.court());
        tell(who, AuditAction.CAMERA_CHANGED, camera);
        return camera;
    }

    /** It makes one recording at a time. */
    private void refuseTakenStudio(CameraUrl url, Camera except) {
        if (!url.isStudio()) return;
        boolean taken = cameras.all().stream()
                .filter(other -> except == null || !other.id().equals(except.id()))
                .anyMatch(other -> other.url().equals(url.text()));
        if (taken)
            throw new ProblemException(new Problem(
                    null, null, 409, "another court is recorded by this OBS Studio already", "url", "obs_taken"));
    }

    private void tell(Caller who, AuditAction action, Camera camera) {
        Court court = camera.court();
        audit.tells(who, action, court.club().id(), camera.id(), camera.name(), court.name());
        tellOfChange(court);
    }

    /** Else whoever may change a camera would be told its password by the device it is sent to. */
    private static void refuseToCarryPassword(Camera camera, CameraUrl url, CameraWish wish) {
        boolean forgets = "".equals(wish.username()) && !url.isStudio();
        boolean asked = wish.password() != null || url.password() != null || forgets;
        if (camera.encryptedPassword() == null || asked) return;
        if (!CameraUrl.ofAngle(camera.url()).isSameDevice(url))
            throw ProblemException.badRequest(
                    "password", "the camera has another address now; enter its password again");
    }

    private void signIn(Camera camera, CameraUrl url, CameraWish wish) {
        String password = wish.password() == null ? url.password() : wish.password();
        if (url.isStudio()) {
            if (password != null) camera.signsInAs(null, secrets.encrypt(checkedPassword(password)));
            return;
        }
        String username = wish.username() == null ? url.username() : wish.username();
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

    /** The club has another short name, and the relay other addresses. */
    void tellOfAll(Club club) {
        courts.ofClub(club.id()).forEach(this::tellOf);
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
