package club.courtside.upload;

import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.TrackedWork;
import club.courtside.platform.queue.WorkProgress;
import club.courtside.upload.target.TargetKind;
import java.time.Instant;
import java.util.UUID;

/**
 * An upload as the API shows it.
 *
 * @param taskId ours
 * @param remoteTaskId what the target calls it; null before it has all of it
 * @param fileSize bytes of what is sent: the file, or the smaller copy that goes instead
 * @param uploadTime when it was asked for
 * @param progress 0 to 1; of the target's own work while that goes on
 * @param attempts how many there were, the running one among them
 * @param nextAttemptAt null unless it waits for another attempt
 * @param reasonCode why it waits or has failed: {@code unreachable}, {@code wrong_key}, {@code target_error} …; else null
 * @param reason the same as an English sentence
 * @param automatic whether nobody asked for it but the club's policy
 * @param seconds from its first attempt until now or its end, null before
 */
public record UploadView(
        UUID taskId,
        String remoteTaskId,
        UUID videoId,
        UUID clubId,
        String videoTitle,
        TargetKind target,
        String fileName,
        long fileSize,
        Instant uploadTime,
        UploadState status,
        Priority priority,
        double progress,
        int attempts,
        Instant nextAttemptAt,
        String reasonCode,
        String reason,
        boolean automatic,
        Instant startedAt,
        Instant endedAt,
        Double seconds)
        implements TrackedWork {

    static UploadView of(Upload upload, Instant now) {
        WorkProgress work = upload.work();
        return new UploadView(
                upload.id(),
                upload.remoteId(),
                upload.video().id(),
                upload.video().club().id(),
                upload.video().title(),
                upload.target(),
                upload.fileName(),
                upload.bytes(),
                work.createdAt(),
                upload.state(),
                work.priority(),
                work.share(),
                work.attempts(),
                work.nextAttemptAt(),
                work.reason() == null ? null : work.reason().code(),
                work.reason() == null ? null : work.reason().message(),
                upload.isAutomatic(),
                work.startedAt(),
                work.endedAt(),
                work.seconds(now));
    }
}
