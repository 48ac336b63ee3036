package club.courtside.processing;

import club.courtside.court.SubtitleModel;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;
import club.courtside.library.Video;
import club.courtside.library.VideoView;
import club.courtside.library.Videos;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.Retries;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.platform.queue.WorkState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What is written down about jobs, each entry one short transaction. What is over stays as it is. */
@ApplicationScoped
@Transactional
public class JobLedger {

    private static final Retries RETRIES = new Retries(Duration.ofMinutes(1), Duration.ofHours(1), 5);
    /** Trying again changes nothing about these. */
    private static final Set<String> FINAL = Set.of(
            "not_found",
            "no_video",
            "truncated",
            "too_long",
            "picture_too_large",
            "unsupported_codec",
            "model_unusable",
            "too_large");

    private final Jobs jobs;
    private final Videos videos;
    private final JobResults results;
    private final WorkQueue queue;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Event<WorkEnded> endings;
    private final RandomGenerator random = new Random();

    @Inject
    public JobLedger(
            Jobs jobs,
            Videos videos,
            JobResults results,
            WorkQueue queue,
            Clock clock,
            Event<LiveUpdate> updates,
            Event<WorkEnded> endings) {
        this.jobs = jobs;
        this.videos = videos;
        this.results = results;
        this.queue = queue;
        this.clock = clock;
        this.updates = updates;
        this.endings = endings;
    }

    protected JobLedger() {
        this(null, null, null, null, null, null, null);
    }

    /** Those that are not under way yet; the video is being processed from now on. */
    List<Job> order(UUID videoId, Set<JobKind> kinds, Priority priority) {
        return order(videoId, kinds, null, priority);
    }

    /** @param model of the subtitles, null for the club's */
    private List<Job> order(UUID videoId, Set<JobKind> kinds, SubtitleModel model, Priority priority) {
        Video video = videos.find(videoId).orElse(null);
        if (video == null) return List.of();
        List<Job> known = jobs.of(videoId);
        for (JobKind kind : kinds) {
            if (known.stream()
                    .anyMatch(job -> job.kind() == kind && !job.state().isOver())) continue;
            Job job = new Job(video, kind, model, priority, clock.instant());
            jobs.add(job);
            queue.put(JobWork.NAME, job.id(), priority);
            tell(job);
        }
        return jobs.of(videoId);
    }

    /**
     * All that any video may be given, for whoever decides that instead of the club.
     *
     * @param model of the subtitles, null for the club's
     */
    public void orderAll(Video video, SubtitleModel model, Priority priority) {
        video.processing();
        order(video.id(), JobKind.ADDITIONS, model, priority);
    }

    /** @return the job for a worker; empty when there is nothing to do any more */
    Optional<Job> begin(UUID id) {
        Optional<Job> found = open(id).filter(job -> !job.video().isDeleted());
        found.ifPresent(job -> {
            job.work().begin(clock.instant());
            tell(job);
        });
        return found;
    }

    /** @return false when it is over: somebody has cancelled it, or its video is being deleted */
    boolean progressed(UUID id, double share) {
        Optional<Job> found = open(id).filter(job -> !job.video().isDeleted());
        found.ifPresent(job -> {
            if (job.work().progressed(share)) tell(job);
        });
        return found.isPresent();
    }

    void done(UUID id, TaskResult result) {
        open(id).ifPresent(job -> {
            results.keep(job, result, clock.instant());
            job.work().done(clock.instant());
            ended(job);
        });
    }

    void skipped(UUID id, Reason why) {
        open(id).ifPresent(job -> {
            job.work().skipped(why, clock.instant());
            ended(job);
        });
    }

    /** @return when it is tried again; empty when it is given up */
    Optional<Instant> failed(UUID id, Reason why) {
        return open(id).flatMap(job -> {
            Instant now = clock.instant();
            if (FINAL.contains(why.code()) || RETRIES.areOver(job.work().attempts())) {
                job.work().failed(why, now);
                ended(job);
                return Optional.empty();
            }
            Instant next = RETRIES.after(job.work().attempts(), now, random);
            job.work().waits(why, next);
            tell(job);
            return Optional.of(next);
        });
    }

    void returned(UUID id, Reason why) {
        open(id).ifPresent(job -> {
            job.work().returned(why);
            tell(job);
        });
    }

    void cancelled(UUID id) {
        open(id).ifPresent(job -> {
            job.work().cancelled(clock.instant());
            queue.drop(JobWork.NAME, id);
            ended(job);
        });
    }

    /** What failed, was skipped or cancelled begins anew; what waits for another attempt gets it now. */
    void again(UUID id) {
        jobs.find(id).ifPresent(job -> {
            if (job.state() == WorkState.WAITING) {
                queue.hurry(JobWork.NAME, id);
                return;
            }
            if (!job.state().isOver() || job.state() == WorkState.DONE) return;
            job.work().again();
            // Being made smaller it can be watched all the time.
            if (job.kind() != JobKind.COMPACT) job.video().processing();
            queue.put(JobWork.NAME, id, job.work().priority());
            tell(job);
        });
    }

    /** Every job that isn't over is in the queue, whatever a restored backup or a crash has made of that. */
    void requeue() {
        for (Job job : jobs.underWay())
            if (!queue.contains(JobWork.NAME, job.id()))
                queue.put(JobWork.NAME, job.id(), job.work().priority());
    }

    /** Those that came before a moment, are not over, and have no worker at them: now. */
    List<UUID> recover(Instant before) {
        return jobs.underWay().stream()
                .filter(job ->
                        job.work().createdAt().isBefore(before) && !job.video().isDeleted())
                .filter(job -> !queue.isWorkedAt(JobWork.NAME, job.id()))
                .peek(job -> {
                    queue.put(JobWork.NAME, job.id(), job.work().priority());
                    queue.hurry(JobWork.NAME, job.id());
                })
                .map(Job::id)
                .toList();
    }

    private Optional<Job> open(UUID id) {
        return jobs.find(id).filter(job -> !job.state().isOver());
    }

    /** With its last job a video is as it will be. */
    private void ended(Job job) {
        Video video = job.video();
        List<Job> open = jobs.of(video.id()).stream()
                .filter(other -> !other.state().isOver())
                .toList();
        if (open.isEmpty()) results.settle(video);
        open.stream()
                .filter(other -> other.kind() == JobKind.COMPACT)
                .forEach(last -> queue.hurry(JobWork.NAME, last.id()));
        updates.fire(new LiveUpdate("video_changed", video.club().id(), ownerOf(video), VideoView.of(video)));
        tell(job);
        endings.fire(ending(job));
    }

    private WorkEnded ending(Job job) {
        JobView view = JobView.of(job, clock.instant());
        return new WorkEnded(
                JobWork.NAME,
                view.id(),
                view.kind().name().toLowerCase(Locale.ROOT),
                view.state().name().toLowerCase(Locale.ROOT),
                view.clubId(),
                view.videoId(),
                view.videoTitle(),
                view.reasonCode(),
                view.reason(),
                job.work().startedAt() == null
                        ? null
                        : Duration.between(job.work().startedAt(), job.work().endedAt()),
                job.work().endedAt());
    }

    private void tell(Job job) {
        Video video = job.video();
        updates.fire(
                new LiveUpdate("job_progress", video.club().id(), ownerOf(video), JobView.of(job, clock.instant())));
    }

    private static UUID ownerOf(Video video) {
        return video.owner() == null ? null : video.owner().id();
    }
}
