package club.courtside.upload;

import club.courtside.library.Video;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.upload.target.UploadTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Has the workers take back from the targets what is half sent of a deleted video. Only its uploads know what that is, so
 * they, and with them the video's row, stay until it is done.
 */
@ApplicationScoped
@Transactional
public class Withdrawal {

    private final Uploads uploads;
    private final WorkQueue queue;
    private final UploadTargets targets;

    @Inject
    public Withdrawal(Uploads uploads, WorkQueue queue, UploadTargets targets) {
        this.uploads = uploads;
        this.queue = queue;
        this.targets = targets;
    }

    protected Withdrawal() {
        this(null, null, null);
    }

    /** @return whether nothing is left that could be taken back; else a worker goes to it now */
    boolean isComplete(Video video) {
        List<Upload> left = uploads.of(video.id()).stream().filter(this::isLeft).toList();
        left.forEach(this::hurry);
        return left.isEmpty();
    }

    /** Without a target that is set up nobody can take anything back there. */
    private boolean isLeft(Upload upload) {
        return queue.isWorkedAt(UploadWork.NAME, upload.id())
                || !upload.isDone() && upload.memory() != null && targets.areSetUpFor(upload.target());
    }

    private void hurry(Upload upload) {
        queue.put(UploadWork.NAME, upload.id(), upload.work().priority());
        queue.hurry(UploadWork.NAME, upload.id());
    }
}
