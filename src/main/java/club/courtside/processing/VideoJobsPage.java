package club.courtside.processing;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.Badge;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is made of the video on its own page. */
@Named
@ViewScoped
public class VideoJobsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private JobDesk desk;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private UUID video;
    private boolean possible;
    private transient List<JobView> jobs;

    /** The page itself says when there is no such video. */
    public void open(String videoId) {
        video = Ids.parse(videoId).orElse(null);
        read();
    }

    public void read() {
        if (video == null) return;
        Caller me = caller.require();
        try {
            jobs = desk.of(me, video);
            possible = jobs.stream().allMatch(job -> job.state().isOver()) && desk.mayProcess(me, video);
        } catch (ProblemException gone) {
            jobs = List.of();
            possible = false;
        }
    }

    public void process() {
        try {
            desk.process(caller.require(), video, Set.of(), Priority.HIGH);
            notices.tell("jobs.ordered");
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
        read();
    }

    public List<JobView> getJobs() {
        if (jobs == null) read();
        return jobs;
    }

    /** Nothing of it is under way, and whoever looks may want it. */
    public boolean isPossible() {
        return possible;
    }

    /** Whether its conversion, which is under way, ends what is wrong with the video. */
    public boolean mends(String trouble) {
        return "video.trouble.unconverted".equals(trouble)
                && getJobs().stream()
                        .anyMatch(job ->
                                job.kind() == JobKind.CONVERT && !job.state().isOver());
    }

    public Badge badge(JobView job) {
        return Badge.of(job.state());
    }

    /** How far it is, or why it is not done. */
    public String line(JobView job) {
        if (job.state() == WorkState.RUNNING) return Math.round(job.progress() * 100) + " %";
        return job.reasonCode() == null ? "" : notices.textOr("jobs.reason." + job.reasonCode(), job.reason());
    }
}
