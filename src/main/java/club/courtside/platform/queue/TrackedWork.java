package club.courtside.platform.queue;

import java.time.Instant;

/** What is told of any piece of work, whatever it is. */
public interface TrackedWork {

    /** How many there were, the running one among them. */
    int attempts();

    /** Null unless it waits for another attempt. */
    Instant nextAttemptAt();

    /** Null until then. */
    Instant endedAt();

    /** From its first attempt until now or its end, null before. */
    Double seconds();
}
