package club.courtside.platform.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Has work go on that stands still; for whoever does not want to wait until it does so by itself. */
public interface Recovery {

    /** The queue: {@code job} …, as in {@link QueueReport.Line}. */
    String work();

    /**
     * Whatever is not over, came before that moment and has no worker at it is done as soon as one is free: also what waits
     * for its next attempt, and what a crash or a restored backup has lost from the queue.
     *
     * @return which ones
     */
    List<UUID> recover(Instant before);
}
