package club.courtside.processing.server;

import club.courtside.court.RenditionFormat;
import club.courtside.library.RenditionView;
import club.courtside.library.VideoView;
import club.courtside.platform.queue.WorkState;
import club.courtside.processing.JobView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has come of a task.
 *
 * @param status {@code completed} or {@code failed}
 * @param description what the picture at half its length shows, in English; null when it was not described
 * @param renditions converted copies
 * @param media what was sent; null when it was refused or is gone
 * @param skipped what could not be done here, and why that is no fault
 */
@Schema(name = "ProcessingTaskResults")
public record TaskResults(
        UUID taskId,
        TaskStage status,
        String description,
        Subtitles subtitles,
        List<Copy> renditions,
        Media media,
        List<Skipped> skipped) {

    /**
     * @param vtt WebVTT, null when there are none
     * @param srt the same as SubRip
     */
    @Schema(name = "ProcessingTaskSubtitles")
    public record Subtitles(String vtt, String srt) {}

    /**
     * @param sha256 of its file, in lower-case hex
     * @param url relative to the server; needs the key, answers byte ranges
     */
    @Schema(name = "ProcessingTaskRendition")
    public record Copy(RenditionFormat format, int width, int height, long sizeBytes, String sha256, String url) {

        private static Copy of(UUID task, RenditionView copy) {
            return new Copy(
                    copy.format(),
                    copy.width(),
                    copy.height(),
                    copy.sizeBytes(),
                    copy.sha256(),
                    "/results/" + task + "/renditions/" + copy.format().code());
        }
    }

    /**
     * @param sizeBytes of the file as it was sent; here it may be kept in another container
     * @param sha256 of the same, in lower-case hex: whoever has sent it knows by it that nothing was lost on the way
     */
    @Schema(name = "ProcessingTaskMedia")
    public record Media(
            double durationSeconds,
            int width,
            int height,
            String videoCodec,
            String audioCodec,
            long sizeBytes,
            String sha256) {

        private static Media of(ProcessingTask task, VideoView video) {
            return new Media(
                    video.durationSeconds(),
                    video.width(),
                    video.height(),
                    video.videoCodec(),
                    video.audioCodec(),
                    task.bytes(),
                    task.sha256());
        }
    }

    /**
     * @param step {@code convert}, {@code describe} or {@code subtitle}
     * @param code {@code model_not_installed}, {@code no_sound} …
     * @param reason the same as an English sentence
     */
    @Schema(name = "ProcessingTaskSkipped")
    public record Skipped(String step, String code, String reason) {}

    /** @param video null when there is none */
    static TaskResults of(
            ProcessingTask asked, TaskProgress progress, VideoView video, Subtitles subtitles, List<JobView> jobs) {
        UUID task = asked.id();
        return new TaskResults(
                task,
                progress.status(),
                video == null ? null : video.description(),
                subtitles,
                video == null
                        ? List.of()
                        : video.renditions().stream()
                                .map(copy -> Copy.of(task, copy))
                                .toList(),
                video == null ? null : Media.of(asked, video),
                jobs.stream()
                        .filter(job -> job.state() == WorkState.SKIPPED)
                        .map(job -> new Skipped(TaskProgress.step(job), job.reasonCode(), job.reason()))
                        .toList());
    }
}
