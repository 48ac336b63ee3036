package club.courtside.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the launcher waits before it starts again what has died: hardly at all, but each time twice as long while it
 * dies again and again, so that a server that cannot run does not take the machine from the recordings.
 */
final class RestartPauses {

    static final Duration SHORTEST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** Whoever has lived as long did not die of being started. */
    static final Duration STEADY = Duration.ofMinutes(10);

    private final Clock clock;
    private Duration next = SHORTEST;
    private Instant last = Instant.MIN;

    RestartPauses(Clock clock) {
        this.clock = clock;
    }

    Duration next() {
        Instant now = clock.instant();
        if (last.isBefore(now.minus(STEADY))) next = SHORTEST;
        last = now;
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }
}
