package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.Club;
import club.courtside.court.ClubAdministration;
import club.courtside.court.ClubForm;
import club.courtside.court.ClubWish;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import club.courtside.platform.Draft;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;

/** All choices of one club, and what its retention is about to remove by those that are typed. */
@Named
@ViewScoped
public class ClubPage implements Serializable {
    private static final String NEW = "new";
    /** What a refusal calls the fields of the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "slug", "slug",
            "time_zone", "timeZone",
            "retention_days", "retentionDays",
            "days", "retentionDays",
            "quota_gb", "quotaGb",
            "default_minutes", "defaultMinutes");

    @Inject
    private CourtAccess access;

    @Inject
    private ClubAdministration administration;

    @Inject
    private Courts courts;

    @Inject
    private Videos videos;

    @Inject
    private RetentionPlan plan;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private Club club;
    private RetentionPreview preview;
    private Shelf shelf;
    private int courtCount;
    private ClubForm form = new ClubForm();
    private Draft<ClubWish> draft;
    private String confirmation;
    private String id;

    /** What one may not know of is not there. */
    public void open() {
        try {
            if (isNew()) access.refuseUnlessOperator(caller.require());
            else fill();
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    private void fill() {
        club = access.clubToRun(caller.require(), id);
        form = ClubForm.of(club);
        draft = new Draft<>(form.wish(caller.require().isSuperAdmin()));
        courtCount = courts.ofClub(club.id()).size();
        shelf = videos.shelf(club.id());
        look();
    }

    /** What would go by what is typed. */
    public void look() {
        try {
            preview =
                    isNew() ? null : plan.preview(club, new RetentionRules(form.getRetentionDays(), form.getQuotaGb()));
        } catch (ProblemException refused) {
            preview = null;
            notices.explain(refused, place(refused));
        }
    }

    public String save() {
        try {
            var who = caller.require();
            var wish = form.wish(who.isSuperAdmin());
            if (isNew()) administration.open(who, wish);
            else change(who, wish);
            notices.tellNext("club.saved");
            return "/admin/clubs.xhtml?faces-redirect=true";
        } catch (ProblemException refused) {
            notices.explain(refused, place(refused));
            return null;
        }
    }

    private void change(Caller who, ClubWish wish) {
        var now = access.clubToRun(who, id);
        administration.change(who, now.id(), draft.over(wish, ClubForm.of(now).wish(who.isSuperAdmin())));
    }

    public String delete() {
        try {
            access.refuseUnlessOperator(caller.require());
            administration.delete(caller.require(), club.id(), confirmation);
            notices.tellNext("club.deleted", club.name());
            return "/admin/clubs.xhtml?faces-redirect=true";
        } catch (ProblemException refused) {
            notices.explain(refused, isBare() ? "deletion:keepIt" : "deletion:confirmation");
            return null;
        }
    }

    private static String place(ProblemException refused) {
        return "club:" + FIELDS.getOrDefault(String.valueOf(refused.problem().field()), "save");
    }

    public boolean isNew() {
        return NEW.equals(id);
    }

    public Club getClub() {
        return club;
    }

    /** Null while there is none to make. */
    public RetentionPreview getPreview() {
        return preview;
    }

    public Shelf getShelf() {
        return shelf;
    }

    /** Then nothing is lost with it, and no more than a yes is asked for. */
    public boolean isBare() {
        return courtCount == 0 && shelf.videos() == 0;
    }

    public int getCourtCount() {
        return courtCount;
    }

    public ClubForm getForm() {
        return form;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
