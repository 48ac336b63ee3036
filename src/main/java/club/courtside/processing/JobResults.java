package club.courtside.processing;

import club.courtside.court.RenditionFormat;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.TaskResult;
import club.courtside.library.Renditions;
import club.courtside.library.Video;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What jobs bring, put where the library finds it; within the transaction that ends the job. */
@ApplicationScoped
public class JobResults {

    private final Renditions renditions;

    @Inject
    public JobResults(Renditions renditions) {
        this.renditions = renditions;
    }

    protected JobResults() {
        this(null);
    }

    void keep(Job job, TaskResult result, Instant now) {
        Video video = job.video();
        switch (job.kind()) {
            case CONVERT -> renditions.put(video, formatOf(video, result), result.media(), result.sha256(), now);
            case DESCRIBE -> video.describe(result.text());
            case SUBTITLE -> video.subtitled();
            case COMPACT -> {
                // It is where it belongs already: see Compaction.
            }
        }
    }

    /** The club may want another one by now. */
    private static RenditionFormat formatOf(Video video, TaskResult result) {
        MediaTrack picture = result.media().video();
        return RenditionFormat.of(picture.width(), picture.height())
                .orElse(video.club().processing().format());
    }

    void settle(Video video) {
        video.processed(video.isPlayedByBrowsers() || renditions.hasAny(video));
    }
}
