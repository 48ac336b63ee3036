package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Club;
import club.courtside.court.ClubAdministration;
import club.courtside.court.ClubWish;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import club.courtside.court.UploadPolicy;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
    private String name;
    private String slug;
    private String timeZone = ZoneId.systemDefault().getId();
    private int retentionDays = 30;
    private int quotaGb;
    private int defaultMinutes = 90;
    private boolean sound = true;
    private boolean allowHevc;
    private UploadPolicy autoUpload = UploadPolicy.INSTALLATION;
    private boolean playersMayDelete;
    private String confirmation;
    private String id;

    /** What one may not know of is not there. */
    public void open() throws IOException {
        try {
            if (isNew()) access.refuseUnlessOperator(caller.require());
            else fill();
        } catch (ProblemException refused) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(refused.status(), refused.getMessage());
            faces.responseComplete();
        }
    }

    private void fill() {
        club = access.clubToRun(caller.require(), id);
        name = club.name();
        slug = club.slug();
        timeZone = club.timeZone().getId();
        retentionDays = club.retentionDays();
        quotaGb = club.quotaGb() == null ? 0 : club.quotaGb();
        defaultMinutes = club.defaultMinutes();
        sound = club.sound();
        allowHevc = club.allowsHevc();
        autoUpload = club.uploadPolicy();
        playersMayDelete = club.playersMayDelete();
        courtCount = courts.ofClub(club.id()).size();
        shelf = videos.shelf(club.id());
        look();
    }

    /** What would go by what is typed. */
    public void look() {
        try {
            preview = isNew() ? null : plan.preview(club, new RetentionRules(retentionDays, quotaGb));
        } catch (ProblemException refused) {
            preview = null;
            notices.explain(refused, place(refused));
        }
    }

    public String save() {
        try {
            var who = caller.require();
            var wish = new ClubWish(
                    name,
                    who.isSuperAdmin() && !slug.isBlank() ? slug : null,
                    timeZone,
                    retentionDays,
                    who.isSuperAdmin() ? quotaGb : null,
                    defaultMinutes,
                    sound,
                    allowHevc,
                    autoUpload,
                    playersMayDelete);
            if (isNew()) administration.open(who, wish);
            else administration.change(who, access.clubToRun(who, id).id(), wish);
            notices.tellNext("club.saved");
            return "/admin/clubs.xhtml?faces-redirect=true";
        } catch (ProblemException refused) {
            notices.explain(refused, place(refused));
            return null;
        }
    }

    public String delete() {
        try {
            access.refuseUnlessOperator(caller.require());
            administration.delete(caller.require(), club.id(), confirmation);
            notices.tellNext("club.deleted", club.name());
            return "/admin/clubs.xhtml?faces-redirect=true";
        } catch (ProblemException refused) {
            notices.explain(refused, "deletion:confirmation");
            return null;
        }
    }

    private static String place(ProblemException refused) {
        return "club:" + FIELDS.getOrDefault(String.valueOf(refused.problem().field()), "save");
    }

    public boolean isNew() {
        return NEW.equals(id);
    }

    /** @param text part of a time zone's name */
    public List<String> zonesLike(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                        zone.contains("/") && zone.toLowerCase(Locale.ROOT).contains(wanted))
                .sorted()
                .toList();
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

    public int getCourtCount() {
        return courtCount;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public int getRetentionDays() {
        return retentionDays;
    }

    public void setRetentionDays(int retentionDays) {
        this.retentionDays = retentionDays;
    }

    public int getQuotaGb() {
        return quotaGb;
    }

    public void setQuotaGb(int quotaGb) {
        this.quotaGb = quotaGb;
    }

    public int getDefaultMinutes() {
        return defaultMinutes;
    }

    public void setDefaultMinutes(int defaultMinutes) {
        this.defaultMinutes = defaultMinutes;
    }

    public boolean isSound() {
        return sound;
    }

    public void setSound(boolean sound) {
        this.sound = sound;
    }

    public boolean isAllowHevc() {
        return allowHevc;
    }

    public void setAllowHevc(boolean allowHevc) {
        this.allowHevc = allowHevc;
    }

    public UploadPolicy getAutoUpload() {
        return autoUpload;
    }

    public void setAutoUpload(UploadPolicy autoUpload) {
        this.autoUpload = autoUpload;
    }

    public boolean isPlayersMayDelete() {
        return playersMayDelete;
    }

    public void setPlayersMayDelete(boolean playersMayDelete) {
        this.playersMayDelete = playersMayDelete;
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
