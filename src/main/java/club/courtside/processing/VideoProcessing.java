package club.courtside.processing;

import club.courtside.library.Origin;
import club.courtside.library.Video;
import club.courtside.library.VideoArrived;
import club.courtside.library.VideoRecorded;
import club.courtside.platform.queue.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/** Decides what becomes of a video by itself, as its club wants it. */
@ApplicationScoped
public class VideoProcessing {

    /** Name of its queue, as {@link club.courtside.platform.queue.WorkEnded#work()} has it. */
    public static final String WORK = JobWork.NAME;

    private final JobLedger ledger;

    @Inject
    public VideoProcessing(JobLedger ledger) {
        this.ledger = ledger;
    }

    protected VideoProcessing() {
        this(null);
    }

    /**
     * In the transaction that brings it into the library: there is no video that was forgotten. What comes from a program
     * becomes what that has asked for.
     */
    void arrived(@Observes VideoArrived event) {
        Video video = event.video();
        if (video.isFromProgram() || video.origin() != Origin.UPLOAD) return;
        if (!video.club().processing().ofUploads()) return;
        video.processing();
        ledger.order(video.id(), JobKind.ADDITIONS, Priority.NORMAL);
    }

    /** It can be watched at once, and so it is ready at once. */
    void recorded(@Observes VideoRecorded event) {
        Video video = event.video();
        if (!video.isReady()) return;
        Set<JobKind> kinds = EnumSet.noneOf(JobKind.class);
        if (video.club().processing().ofRecordings()) kinds.addAll(JobKind.ADDITIONS);
        if (isCompacted(video)) kinds.add(JobKind.COMPACT);
        ledger.order(video.id(), kinds, Priority.LOW);
    }

    /** Whether a recording that has just ended is made smaller. */
    public static boolean isCompacted(Video video) {
        return video.isReady()
                && video.recordingId() != null
                && video.club().processing().isCompact();
    }
}
