package club.courtside.platform.queue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How the work of one kind stands, for whoever runs the installation. */
public interface QueueReport {

    /** One line for each of its kinds and states of which there is any. */
    List<Line> lines();

    /** The same of some clubs. */
    List<Line> lines(Set<UUID> clubs);

    /**
     * @param work the queue: {@code job} …
     * @param kind what is done: {@code convert} …
     * @param state as the API calls it: {@code queued}, {@code running}, {@code waiting}, {@code done} …
     * @param count how many are in that state
     * @param oldest when the first of them came; null when it does not matter because they are over
     */
    record Line(String work, String kind, String state, long count, Instant oldest) {}
}
