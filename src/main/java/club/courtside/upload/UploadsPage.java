package club.courtside.upload;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Role;
import club.courtside.court.Visitor;
import club.courtside.platform.Badge;
import club.courtside.platform.Figures;
import club.courtside.platform.Notices;
import club.courtside.platform.PagedList;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.WorkFilter;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Videos on their way to somewhere else: how far they are, what holds them up, and what can be done about it. */
@Named
@ViewScoped
public class UploadsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private UploadDesk desk;

    @Inject
    private UploadSituation situation;

    @Inject
    private CurrentCaller caller;

    @Inject
    private UploadWords words;

    @Inject
    private Notices notices;

    @Inject
    private Figures figures;

    @Inject
    private Visitor visitor;

    private final PagedList<UploadView> uploads = new PagedList<>(new Found());
    private WorkFilter show = WorkFilter.ALL;

    public void retry(UUID id) {
        try {
            desk.retry(caller.require(), id);
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
    }

    public void cancel(UUID id) {
        try {
            desk.cancel(caller.require(), id);
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
    }

    /** Looks now whether the targets can be reached. */
    public void look() {
        situation.look(caller.require());
    }

    /** Where videos are sent; for administrators. */
    public List<TargetHealth.View> getTargets() {
        Caller me = caller.require();
        return me.role() == Role.PLAYER ? List.of() : situation.known(me);
    }

    /** How the target was found. */
    public Badge found(TargetHealth.View target) {
        if (target.checkedAt() == null) return Badge.CONNECTING;
        return target.isInTrouble() ? Badge.FAILED : Badge.READY;
    }

    /** What the target is called. */
    public String name(TargetHealth.View target) {
        return words.name(target.target());
    }

    /** When it was looked at, and what was wrong. */
    public String line(TargetHealth.View target) {
        if (target.checkedAt() == null) return null;
        return target.isInTrouble()
                ? words.why(target.reasonCode(), target.reason())
                : figures.recently(target.checkedAt(), visitor.getNow(), visitor.getZone());
    }

    public Badge badge(UploadView upload) {
        return Badge.of(upload.status());
    }

    /** Where it goes. */
    public String to(UploadView upload) {
        return words.name(upload.target());
    }

    public String why(UploadView upload) {
        return words.why(upload.reasonCode(), upload.reason());
    }

    public boolean moves(UploadView upload) {
        return upload.status() == UploadState.RUNNING || upload.status() == UploadState.REMOTE;
    }

    public boolean canRetry(UploadView upload) {
        return mayChange(upload)
                && (upload.status() == UploadState.WAITING
                        || upload.status() == UploadState.FAILED
                        || upload.status() == UploadState.CANCELLED);
    }

    public boolean canCancel(UploadView upload) {
        return mayChange(upload) && !upload.status().isOver();
    }

    private boolean mayChange(UploadView upload) {
        return UploadDesk.mayChange(caller.require(), upload.clubId());
    }

    public PagedList<UploadView> getUploads() {
        return uploads;
    }

    /** Whether there is anything to show of them. */
    public boolean isThere() {
        return !getTargets().isEmpty() || desk.count(caller.require(), WorkFilter.ALL.states()) > 0;
    }

    public WorkFilter getShow() {
        return show;
    }

    public void setShow(WorkFilter show) {
        this.show = show;
    }

    private final class Found implements PagedList.Source<UploadView>, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public long count() {
            return desk.count(caller.require(), show.states());
        }

        @Override
        public List<UploadView> rows(int first, int size) {
            return desk.search(caller.require(), show.states(), first, size);
        }
    }
}
