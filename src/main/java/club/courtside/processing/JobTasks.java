package club.courtside.processing;

import club.courtside.court.ProcessingPolicy;
import club.courtside.court.RenditionFormat;
import club.courtside.engine.api.DescribeSpec;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the engine is asked to do for a job. */
@ApplicationScoped
public class JobTasks {

    private static final int QUALITY = 23;
    private static final int SOUND_KBITS = 128;

    private final VideoFiles files;
    private final DataFolder data;

    @Inject
    public JobTasks(VideoFiles files, DataFolder data) {
        this.files = files;
        this.data = data;
    }

    protected JobTasks() {
        this(null, null);
    }

    TaskSpec of(Job job) {
        Video video = job.video();
        String file = files.of(video).toString();
        ProcessingPolicy policy = video.club().processing();
        return switch (job.kind()) {
            case CONVERT -> conversion(video, file, policy);
            case COMPACT ->
                TranscodeSpec.compact(
                        file, files.compactOf(video.club().id(), video.id()).toString());
            case DESCRIBE ->
                new DescribeSpec(
                        file, video.durationSeconds() / 2, data.models().toString());
            case SUBTITLE ->
                new SubtitleSpec(
                        file,
                        data.models().toString(),
                        job.model().code(),
                        null,
                        files.subtitlesOf(video).toString(),
                        files.subRipOf(video).toString());
        };
    }

    /** Not larger than the source. */
    private TranscodeSpec conversion(Video video, String file, ProcessingPolicy policy) {
        RenditionFormat format = policy.format();
        return new TranscodeSpec(
                file,
                files.renditionOf(video, format).toString(),
                format.width(),
                format.height(),
                RenditionFormat.FRAMES_PER_SECOND,
                policy.fit(),
                QUALITY,
                null,
                SOUND_KBITS,
                video.bytes());
    }
}
