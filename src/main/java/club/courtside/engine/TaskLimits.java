package club.courtside.engine;

import java.time.Duration;

/**
 * What a task's process may take before it is ended.
 *
 * @param silence nothing heard for that long while it should be running
 * @param all from its beginning to its end
 * @param memory resident, bytes
 */
record TaskLimits(Duration silence, Duration all, long memory) {

    /** Six hours of video on a slow machine, paused for an evening; pictures of 8K; and the largest model. */
    static final TaskLimits USUAL = new TaskLimits(Duration.ofSeconds(60), Duration.ofHours(48), 6L << 30);
}
