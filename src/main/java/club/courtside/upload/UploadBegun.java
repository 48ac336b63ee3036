package club.courtside.upload;

import java.util.UUID;

/**
 * That a video is on its way.
 *
 * @param taskId ours, to be asked for at once
 * @param remoteTaskId the target's; null until it has all of it
 */
record UploadBegun(boolean success, UUID taskId, String remoteTaskId) {

    static UploadBegun of(UploadView upload) {
        return new UploadBegun(true, upload.taskId(), upload.remoteTaskId());
    }
}
