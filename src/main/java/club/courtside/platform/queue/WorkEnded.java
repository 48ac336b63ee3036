package club.courtside.platform.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * CDI event, inside the transaction that says so: a piece of work is over, one way or the other.
 *
 * @param work the queue it was in: {@code job} …
 * @param kind what was to be done: {@code convert} …
 * @param outcome as the API calls it: {@code done}, {@code skipped}, {@code failed} (given up) or {@code cancelled}
 * @param clubId whose it was
 * @param videoId which video it was about
 * @param title of that video
 * @param reasonCode why it was skipped or failed, else null
 * @param reason the same as an English sentence
 * @param endedAt now
 * @param took from its first attempt on; null when there was none
 */
public record WorkEnded(
        String work,
        UUID id,
        String kind,
        String outcome,
        UUID clubId,
        UUID videoId,
        String title,
        String reasonCode,
        String reason,
        Duration took,
        Instant endedAt) {

    /** There will be no further attempt, and it is not done. */
    public boolean isGivenUp() {
        return "failed".equals(outcome);
    }
}
