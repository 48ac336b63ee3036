package club.courtside.processing;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.Badge;
import club.courtside.platform.Notices;
import club.courtside.platform.PagedList;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.WorkFilter;
import club.courtside.platform.queue.WorkState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** What is made of videos: what is under way, what has failed and why, and what can be done about it. */
@Named
@ViewScoped
public class JobsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private JobDesk desk;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private final PagedList<JobView> jobs = new PagedList<>(new Found());
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

    public Badge badge(JobView job) {
        return Badge.of(job.state());
    }

    /** Key of the word. */
    public String kindText(JobView job) {
        return "jobs.kind." + job.kind();
    }

    /** Our own words for what is known, the engine's English sentence for the rest. */
    public String why(JobView job) {
        return notices.textOr("jobs.reason." + job.reasonCode(), job.reason());
    }

    public boolean mayChange(JobView job) {
        return JobDesk.mayChange(caller.require(), job.clubId());
    }

    public boolean canRetry(JobView job) {
        return mayChange(job)
                && EnumSet.of(WorkState.WAITING, WorkState.FAILED, WorkState.SKIPPED, WorkState.CANCELLED)
                        .contains(job.state());
    }

    public boolean canCancel(JobView job) {
        return mayChange(job) && !job.state().isOver();
    }

    public PagedList<JobView> getJobs() {
        return jobs;
    }

    public WorkFilter[] getShows() {
        return WorkFilter.values();
    }

    public WorkFilter getShow() {
        return show;
    }

    public void setShow(WorkFilter show) {
        this.show = show;
    }

    private final class Found implements PagedList.Source<JobView>, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public long count() {
            return desk.count(who(), show.states());
        }

        @Override
        public List<JobView> rows(int first, int size) {
            return desk.search(who(), show.states(), first, size);
        }

        private Caller who() {
            return caller.require();
        }
    }
}
