package club.courtside.processing;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.library.Video;
import club.courtside.library.VideoAccess;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Jobs as one person may see and change them: administrators of a club those of its videos, players look at those of their
 * own. Whatever somebody may not know of does not exist: 404.
 */
@ApplicationScoped
@Transactional
public class JobDesk {

    private final Jobs jobs;
    private final JobLedger ledger;
    private final VideoAccess access;
    private final Clock clock;

    @Inject
    public JobDesk(Jobs jobs, JobLedger ledger, VideoAccess access, Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.access = access;
        this.clock = clock;
    }

    protected JobDesk() {
        this(null, null, null, null);
    }

    /** @param states none: any */
    public List<JobView> search(Caller caller, Set<WorkState> states, int first, int size) {
        return jobs.search(caller, states, first, size).stream().map(this::view).toList();
    }

    public long count(Caller caller, Set<WorkState> states) {
        return jobs.count(caller, states);
    }

    /** Those of a video, in their order. */
    public List<JobView> of(Caller caller, UUID videoId) {
        Video video = access.watchable(caller, videoId);
        return VideoAccess.mayChange(caller, video)
                ? jobs.of(video.id()).stream().map(this::view).toList()
                : List.of();
    }

    /** @throws ProblemException 404 */
    JobView view(Caller caller, UUID id) {
        return view(known(caller, id));
    }

    /**
     * Once more, from the beginning; a waiting one at once.
     *
     * @throws ProblemException 404, 403, or 409 when there is nothing to do again
     */
    public JobView retry(Caller caller, UUID id) {
        Job job = changeable(caller, id);
        if (job.state() == WorkState.DONE || job.state() == WorkState.QUEUED || job.state() == WorkState.RUNNING)
            throw ProblemException.conflict("state", "this job is " + word(job) + "; there is nothing to try again");
        ledger.again(id);
        return view(job);
    }

    /** @throws ProblemException 404, 403, or 409 when it is over */
    public JobView cancel(Caller caller, UUID id) {
        Job job = changeable(caller, id);
        if (job.state().isOver()) throw ProblemException.conflict("state", "this job is " + word(job) + " already");
        ledger.cancelled(id);
        return view(job);
    }

    /**
     * Has a video processed, whatever its club's policy is; what is under way already goes on.
     *
     * @param kinds none: all but compact storage, which clubs choose for their recordings
     * @throws ProblemException 404, 403, 400 for compact storage, or 409 while there is no whole file
     */
    public List<JobView> process(Caller caller, UUID videoId, Set<JobKind> kinds, Priority priority) {
        Video video = access.watchable(caller, videoId);
        refuseUnlessRunning(caller, video);
        if (kinds.contains(JobKind.COMPACT))
            throw ProblemException.badRequest("kinds", "compact storage is what a club chooses for its recordings");
        if (!video.isReady() && !video.isProcessing())
            throw ProblemException.conflict("video_id", "only a video that is ready can be processed");
        if (video.isAway())
            throw ProblemException.conflict("video_id", "the file of this video lies in the bucket and not here");
        return ledger.order(videoId, kinds.isEmpty() ? JobKind.ADDITIONS : kinds, priority).stream()
                .map(this::view)
                .toList();
    }

    /** Whether somebody may have it processed, and there is something to process. */
    public boolean mayProcess(Caller caller, UUID videoId) {
        Video video = access.watchable(caller, videoId);
        return mayChange(caller, video.club().id()) && video.isReady() && !video.isAway();
    }

    public static boolean mayChange(Caller caller, UUID clubId) {
        return caller.isAdminOf(clubId);
    }

    private Job known(Caller caller, UUID id) {
        return jobs.find(id)
                .filter(job -> !job.video().isDeleted())
                .filter(job -> caller.isAdminOf(job.video().club().id()) || isOwn(caller, job.video()))
                .orElseThrow(() -> ProblemException.notFound("there is no such job"));
    }

    private static boolean isOwn(Caller caller, Video video) {
        return caller.role() == Role.PLAYER && VideoAccess.mayChange(caller, video);
    }

    private Job changeable(Caller caller, UUID id) {
        Job job = known(caller, id);
        refuseUnlessRunning(caller, job.video());
        return job;
    }

    private static void refuseUnlessRunning(Caller caller, Video video) {
        if (!mayChange(caller, video.club().id()))
            throw ProblemException.forbidden("only administrators of the club decide about its jobs");
    }

    private static String word(Job job) {
        return job.state().name().toLowerCase(Locale.ROOT);
    }

    private JobView view(Job job) {
        return JobView.of(job, clock.instant());
    }
}
