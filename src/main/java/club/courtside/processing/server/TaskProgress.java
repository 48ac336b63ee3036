package club.courtside.processing.server;

import club.courtside.library.Video;
import club.courtside.library.VideoStatus;
import club.courtside.library.arrival.ArrivalState;
import club.courtside.library.arrival.ArrivalView;
import club.courtside.platform.queue.WorkState;
import club.courtside.processing.JobKind;
import club.courtside.processing.JobView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a task goes. Receiving the file is a step like each of those that follow.
 *
 * @param progress 0 to 100 over all steps; 100 when it is completed, and only then
 * @param error why it failed, as an English sentence; else null
 */
@Schema(name = "ProcessingTaskStatus")
public record TaskProgress(UUID taskId, TaskStage status, int progress, String error) {

    private static final int STEPS = JobKind.ADDITIONS.size();

    /** @param arrival empty before the first byte never, after the last one some day */
    static TaskProgress of(
            ProcessingTask task, Optional<ArrivalView> arrival, Optional<Video> video, List<JobView> jobs) {
        if (task.isOver()) return failed(task, 0, task.reason());
        if (video.isPresent()) return of(task, video.get(), jobs);
        int steps = task.isToBeProcessed() ? 1 + STEPS : 1;
        ArrivalState state = arrival.map(ArrivalView::state).orElse(ArrivalState.DONE);
        return switch (state) {
            case RECEIVING -> at(task, TaskStage.RECEIVING, received(arrival.get()) / steps);
            case EXAMINING -> at(task, TaskStage.QUEUED, 1.0 / steps);
            case DONE, REFUSED, EXPIRED -> failed(task, 1.0 / steps, "the video has been deleted here");
        };
    }

    private static TaskProgress of(ProcessingTask task, Video video, List<JobView> jobs) {
        double share = (1 + jobs.stream().mapToDouble(TaskProgress::share).sum()) / (1 + jobs.size());
        if (jobs.stream().allMatch(job -> job.state().isOver())) {
            String error = error(video, jobs);
            return error == null
                    ? new TaskProgress(task.id(), TaskStage.COMPLETED, 100, null)
                    : failed(task, share, error);
        }
        boolean begun = jobs.stream()
                .anyMatch(job -> job.startedAt() != null || job.state().isOver());
        return at(task, begun ? TaskStage.PROCESSING : TaskStage.QUEUED, share);
    }

    private static TaskProgress at(ProcessingTask task, TaskStage stage, double share) {
        return new TaskProgress(task.id(), stage, percent(share), null);
    }

    private static TaskProgress failed(ProcessingTask task, double share, String why) {
        return new TaskProgress(task.id(), TaskStage.FAILED, percent(share), why);
    }

    private static int percent(double share) {
        return (int) Math.min(99, Math.floor(100 * share));
    }

    private static double received(ArrivalView arrival) {
        return (double) arrival.receivedBytes() / arrival.sizeBytes();
    }

    private static double share(JobView job) {
        return job.state().isOver() ? 1 : job.progress();
    }

    /** What was skipped is no fault. */
    private static String error(Video video, List<JobView> jobs) {
        for (JobView job : jobs) if (job.state() == WorkState.FAILED) return step(job) + ": " + job.reason();
        for (JobView job : jobs) if (job.state() == WorkState.CANCELLED) return step(job) + ": it was cancelled here";
        if (video.status() != VideoStatus.FAILED) return null;
        return video.isPlayedByBrowsers() ? "its file cannot be read any more" : "no copy of it was made that plays";
    }

    static String step(JobView job) {
        return job.kind().name().toLowerCase(Locale.ROOT);
    }
}
