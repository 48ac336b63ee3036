package club.courtside.court;

import club.courtside.account.CurrentCaller;
import club.courtside.court.CourtAdministration.CameraWish;
import club.courtside.court.CourtAdministration.CourtWish;
import club.courtside.platform.Badge;
import club.courtside.platform.Draft;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A club's courts and cameras: the list, and the form of the one that the address names. */
@Named
@ViewScoped
public class CourtsPage implements Serializable {
    private static final String NEW = "new";
    private static final int MATCH_MINUTES = 90;
    private static final List<String> FIELDS =
            List.of("name", "url", "username", "password", "recordFolder", "mountedFolder");

    @Inject
    private CourtAccess access;

    @Inject
    private Courts courts;

    @Inject
    private Cameras cameras;

    @Inject
    private CameraFeeds feeds;

    @Inject
    private CourtAdministration administration;

    @Inject
    private CameraTrials trials;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private String club;
    private String court;
    private String camera;
    private Club own;
    private List<CourtCard> list;
    private CourtForm courtForm = new CourtForm();
    private CameraForm cameraForm = CameraForm.empty(false);
    private Draft<CourtWish> courtDraft;
    private Draft<CameraWish> cameraDraft;
    private CameraSight sight;
    private String failure;

    /** What one may not know of is not there. */
    public void open() {
        try {
            own = access.clubToRun(caller.require(), club == null ? firstClub() : club);
            read();
            if (isCameraChosen()) fillCamera();
            else if (isCourtChosen()) fillCourt();
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    private String firstClub() {
        return access.clubs(caller.require()).stream()
                .map(first -> first.id().toString())
                .findFirst()
                .orElse("");
    }

    /** Reads the list again; a form that somebody is filling stays as it is. */
    public void read() {
        list = courts.ofClub(own.id()).stream()
                .map(each -> CourtCard.of(each, cameras.ofCourt(each.id()), feeds))
                .toList();
    }

    private void fillCourt() {
        if (isNewCourt()) return;
        courtForm = CourtForm.of(access.courtToRun(caller.require(), court));
        courtDraft = new Draft<>(courtForm.wish());
    }

    private void fillCamera() {
        if (isNewCamera()) {
            var bare = access.courtToRun(caller.require(), court);
            cameraForm = CameraForm.empty(cameras.ofCourt(bare.id()).isEmpty());
            return;
        }
        var known = access.cameraToRun(caller.require(), camera);
        court = known.court().id().toString();
        cameraForm = CameraForm.of(known);
        cameraDraft = new Draft<>(cameraForm.wish());
    }

    public String saveCourt() {
        try {
            var wish = courtForm.wish();
            if (isNewCourt())
                administration.addCourt(
                        caller.require(),
                        own,
                        wish.name(),
                        wish.slug() == null || wish.slug().isBlank() ? null : wish.slug());
            else {
                var known = access.courtToRun(caller.require(), court);
                administration.changeCourt(
                        caller.require(),
                        known.id(),
                        courtDraft.over(wish, CourtForm.of(known).wish()));
            }
            return done("courts.saved");
        } catch (ProblemException refused) {
            notices.explain(refused, "place:" + field(refused, List.of("name", "slug", "position"), "save"));
            return null;
        }
    }

    /** What the address names. */
    public String remove() {
        return isCameraChosen() ? removeCamera() : removeCourt();
    }

    private String removeCourt() {
        try {
            administration.removeCourt(
                    caller.require(), access.courtToRun(caller.require(), court).id());
            return done("courts.removed");
        } catch (ProblemException refused) {
            notices.explain(refused, "removing:confirm");
            return null;
        }
    }

    public void testCamera() {
        sight = null;
        failure = null;
        try {
            var known = isNewCamera() ? null : access.cameraToRun(caller.require(), camera);
            sight = cameraForm.sight(trials, known);
        } catch (ProblemException refused) {
            failure = refused.problem().reason();
            if (cameraForm.isStudio()) notices.explain(refused, "camera.obsTest", "cam:test");
            else if (failure == null) notices.explain(refused, "cam:" + field(refused, List.of("url"), "test"));
        }
    }

    public String saveCamera() {
        try {
            var wish = cameraForm.wish();
            if (isNewCamera())
                administration.addCamera(caller.require(), access.courtToRun(caller.require(), court), wish);
            else {
                var known = access.cameraToRun(caller.require(), camera);
                administration.changeCamera(
                        caller.require(),
                        known.id(),
                        cameraDraft.over(wish, CameraForm.of(known).wish()));
            }
            return done("courts.cameraSaved");
        } catch (ProblemException refused) {
            notices.explain(refused, "cam:" + field(refused, FIELDS, "save"));
            return null;
        }
    }

    private String removeCamera() {
        try {
            administration.removeCamera(
                    caller.require(),
                    access.cameraToRun(caller.require(), camera).id());
            return done("courts.cameraRemoved");
        } catch (ProblemException refused) {
            notices.explain(refused, "removing:confirm");
            return null;
        }
    }

    private static String field(ProblemException refused, List<String> fields, String otherwise) {
        String field = String.valueOf(refused.problem().field())
                .replace("record_folder", "recordFolder")
                .replace("mounted_folder", "mountedFolder");
        return fields.contains(field) ? field : otherwise;
    }

    private String done(String key) {
        notices.tellNext(key);
        return "/admin/courts.xhtml?faces-redirect=true&club=" + own.id();
    }

    public boolean isCameraChosen() {
        return camera != null;
    }

    public boolean isCourtChosen() {
        return court != null && camera == null;
    }

    public boolean isNewCamera() {
        return NEW.equals(camera);
    }

    public boolean isNewCourt() {
        return NEW.equals(court);
    }

    /** Key of what an administrator may do about a camera that failed. */
    public String getAdvice() {
        return "reason." + failure;
    }

    public List<TrialStep> getSteps() {
        return TrialStep.of(failure);
    }

    /** What a match would take, in bytes. */
    public long getMatchBytes() {
        return sight.bytes(MATCH_MINUTES);
    }

    public String getCourtName() {
        return list.stream()
                .filter(each -> each.id().toString().equals(court))
                .map(CourtCard::name)
                .findFirst()
                .orElse("");
    }

    public Badge getBadge() {
        return list.stream()
                .flatMap(each -> each.cameras().stream())
                .filter(each -> each.id().toString().equals(camera))
                .map(CourtCard.CameraCard::badge)
                .findFirst()
                .orElse(Badge.IDLE);
    }

    public List<Club> getClubs() {
        return access.clubs(caller.require());
    }

    public List<CourtCard> getList() {
        return list;
    }

    public Club getOwn() {
        return own;
    }

    public CameraSight getSight() {
        return sight;
    }

    public String getFailure() {
        return failure;
    }

    public String getClub() {
        return club;
    }

    public void setClub(String club) {
        this.club = club;
    }

    public String getCourt() {
        return court;
    }

    public void setCourt(String court) {
        this.court = court;
    }

    public String getCamera() {
        return camera;
    }

    public void setCamera(String camera) {
        this.camera = camera;
    }

    public CourtForm getCourtForm() {
        return courtForm;
    }

    public CameraForm getCameraForm() {
        return cameraForm;
    }
}
