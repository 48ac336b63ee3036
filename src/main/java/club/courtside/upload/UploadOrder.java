package club.courtside.upload;

import club.courtside.court.SubtitleModel;
import club.courtside.platform.queue.Priority;
import club.courtside.upload.target.TargetKind;

/**
 * That a video shall be sent somewhere.
 *
 * @param model of the subtitles; null for the club's
 * @param process whether a target that can process it shall do that
 * @param automatic nobody asks for it but the club's policy
 */
record UploadOrder(TargetKind target, SubtitleModel model, Priority priority, boolean process, boolean automatic) {

    static UploadOrder automatic(TargetKind target) {
        return new UploadOrder(target, null, Priority.NORMAL, true, true);
    }
}
