package club.courtside.processing;

import club.courtside.platform.queue.Priority;
import java.time.Duration;
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
        JobState state,
        Priority priority,
        double progress,
        int attempts,
        Instant nextAttemptAt,
        String reasonCode,
        String reason,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Double seconds) {

    static JobView of(Job job, Instant now) {
        Instant end = job.endedAt() == null ? now : job.endedAt();
        return new JobView(
                job.id(),
                job.video().id(),
                job.video().club().id(),
                job.video().title(),
                job.kind(),
                job.state(),
                job.priority(),
                job.progress(),
                job.attempts(),
                job.nextAttemptAt(),
                job.reason() == null ? null : job.reason().code(),
                job.reason() == null ? null : job.reason().message(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.startedAt() == null
                        ? null
                        : Duration.between(job.startedAt(), end).toMillis() / 1000.0);
    }
}
