package club.courtside.processing;

import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.TrackedWork;
import club.courtside.platform.queue.WorkProgress;
import club.courtside.platform.queue.WorkState;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as the API shows it.
 *
 * @param progress 0 to 1
 * @param attempts how many there were, the running one among them
 * @param nextAttemptAt null unless it waits for another attempt
 * @param reasonCode why it waits, was skipped or failed: {@code model_not_installed}, {@code no_sound}, {@code no_video}
 *     …; else null
 * @param reason the same as an English sentence
 * @param seconds from its first attempt until now or its end, null before
 */
public record JobView(
        UUID id,
        UUID videoId,
        UUID clubId,
        String videoTitle,
        JobKind kind,
        WorkState state,
        Priority priority,
        double progress,
        int attempts,
        Instant nextAttemptAt,
        String reasonCode,
        String reason,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Double seconds)
        implements TrackedWork {

    static JobView of(Job job, Instant now) {
        WorkProgress work = job.work();
        return new JobView(
                job.id(),
                job.video().id(),
                job.video().club().id(),
                job.video().title(),
                job.kind(),
                work.state(),
                work.priority(),
                work.share(),
                work.attempts(),
                work.nextAttemptAt(),
                work.reason() == null ? null : work.reason().code(),
                work.reason() == null ? null : work.reason().message(),
                work.createdAt(),
                work.startedAt(),
                work.endedAt(),
                work.seconds(now));
    }
}
