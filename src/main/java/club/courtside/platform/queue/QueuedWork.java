package club.courtside.platform.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of work, with a queue and workers of its own. What is to be done, and how far it is, stands in the feature's own
 * rows: the queue knows its id alone.
 */
public interface QueuedWork {

    /** Its queue is the table of that name with {@code _queue} behind it. */
    String name();

    /** How many pieces of it are done at the same time. */
    int workers();

    /**
     * Does it, or goes on with it. Called again for the same id after a crash, so whatever was done before must do no harm
     * done twice. What it throws is logged, and it is called again a minute later.
     *
     * @param stopping to be looked at every second or so: Courtside ends, and what isn't done is done after the next start
     * @return when to go on with it, empty when it is over
     */
    Optional<Instant> perform(UUID id, Stopping stopping);

    /** Whether Courtside ends. */
    interface Stopping {
        boolean isAsked();
    }
}
