package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may know of which club, court and camera. What somebody may not know of does not exist for them (404); what they
 * may see but not do is refused (403).
 */
@ApplicationScoped
public class CourtAccess {

    private final Clubs clubs;
    private final Courts courts;
    private final Cameras cameras;

    @Inject
    public CourtAccess(Clubs clubs, Courts courts, Cameras cameras) {
        this.clubs = clubs;
        this.courts = courts;
        this.cameras = cameras;
    }

    protected CourtAccess() {
        this(null, null, null);
    }

    public List<Club> clubs(Caller caller) {
        return clubs.all().stream().filter(club -> caller.maySee(club.id())).toList();
    }

    /** @throws ProblemException 404 */
    public Club club(Caller caller, String idOrSlug) {
        return clubs.byIdOrSlug(idOrSlug)
                .filter(club -> caller.maySee(club.id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such club"));
    }

    /** @throws ProblemException 404, or 403 for members who don't run the club */
    public Club clubToRun(Caller caller, String idOrSlug) {
        Club club = club(caller, idOrSlug);
        refuseUnlessAdmin(caller, club);
        return club;
    }

    /** @throws ProblemException 403 for all but the operator of all clubs */
    public void refuseUnlessOperator(Caller caller) {
        if (!caller.isSuperAdmin()) throw ProblemException.forbidden("only the operator of all clubs may do that");
    }

    public List<Court> courts(Caller caller) {
        return courts.all().stream()
                .filter(court -> caller.maySee(court.club().id()))
                .toList();
    }

    /**
     * @param idOrSlug a short name is enough where it is unique among the courts that the caller may see
     * @throws ProblemException 404
     */
    public Court court(Caller caller, String idOrSlug) {
        Optional<UUID> id = Ids.parse(idOrSlug);
        List<Court> candidates = id.isPresent() ? courts.byId(id.get()).stream().toList() : courts.bySlug(idOrSlug);
        List<Court> visible = candidates.stream()
                .filter(court -> caller.maySee(court.club().id()))
                .toList();
        if (visible.isEmpty()) throw ProblemException.notFound("there is no such court");
        if (visible.size() > 1)
            throw ProblemException.conflict("several clubs have a court of that short name; use its id");
        return visible.get(0);
    }

    /** @throws ProblemException 404, or 403 for members who don't run the club */
    public Court courtToRun(Caller caller, String idOrSlug) {
        Court court = court(caller, idOrSlug);
        refuseUnlessAdmin(caller, court.club());
        return court;
    }

    /**
     * @param cameraId null for the court's main camera
     * @throws ProblemException 404
     */
    public Camera camera(Court court, String cameraId) {
        Optional<Camera> found = cameraId == null
                ? cameras.mainOf(court.id())
                : Ids.parse(cameraId)
                        .flatMap(cameras::byId)
                        .filter(camera -> camera.court().id().equals(court.id()));
        return found.orElseThrow(() ->
                ProblemException.notFound(cameraId == null ? "the court has no camera" : "there is no such camera"));
    }

    /** @throws ProblemException 404, or 403 for members who don't run the club */
    public Camera cameraToRun(Caller caller, String cameraId) {
        Camera camera = Ids.parse(cameraId)
                .flatMap(cameras::byId)
                .filter(found -> caller.maySee(found.court().club().id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such camera"));
        refuseUnlessAdmin(caller, camera.court().club());
        return camera;
    }

    /**
     * The main one first.
     *
     * @throws ProblemException 404 when there is none
     */
    public List<Camera> cameras(Court court) {
        List<Camera> all = cameras.ofCourt(court.id());
        if (all.isEmpty()) throw ProblemException.notFound("the court has no camera");
        return all;
    }

    private static void refuseUnlessAdmin(Caller caller, Club club) {
        if (!caller.isAdminOf(club.id()))
            throw ProblemException.forbidden("only an administrator of the club may do that");
    }
}
