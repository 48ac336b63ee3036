package club.courtside.library;

import java.time.Instant;

/**
 * One upload of a video, as the API shows it with the video.
 *
 * @param taskId ours
 * @param remoteTaskId the target's; null before it has all of it
 * @param target {@code processing_server}, {@code bucket} …
 * @param fileSize bytes
 * @param uploadTime when it was asked for
 * @param status {@code queued}, {@code running}, {@code waiting}, {@code remote}, {@code done}, {@code failed} or {@code
 *     cancelled}
 * @param progress 0 to 1
 * @param reason an English sentence; null when all is well
 * @param automatic whether nobody asked for it but the club's policy
 */
public record VideoUpload(
        String taskId,
        String remoteTaskId,
        String target,
        String fileName,
        Instant uploadTime,
        long fileSize,
        String status,
        double progress,
        int attempts,
        String reason,
        boolean automatic) {

    boolean isDone() {
        return "done".equals(status);
    }
}
