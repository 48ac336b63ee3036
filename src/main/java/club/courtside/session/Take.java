package club.courtside.session;

import club.courtside.account.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One start/stop of a session: a recording for each of its angles. They begin, are extended and stop together; what
 * happens to one of them leaves the others alone.
 *
 * @param recordings the main angle's first; never empty
 */
public record Take(List<Recording> recordings) {

    public Take {
        if (recordings.isEmpty()) throw new IllegalArgumentException("a take has at least one recording");
        recordings = recordings.stream()
                .sorted(Comparator.comparingInt(Recording::angle))
                .toList();
    }

    public Recording main() {
        return recordings.get(0);
    }

    /** All but the main angle's. */
    public List<Recording> others() {
        return recordings.subList(1, recordings.size());
    }

    public int number() {
        return main().take();
    }

    /** Those that have not ended. */
    public List<Recording> running() {
        return recordings.stream().filter(recording -> !recording.hasEnded()).toList();
    }

    /** Whether all of its angles have. */
    public boolean hasEnded() {
        return running().isEmpty();
    }

    boolean isStopping() {
        return running().stream().anyMatch(Recording::isStopping);
    }

    public boolean isManagedBy(Caller caller) {
        return main().isManagedBy(caller);
    }

    /** The same with other knowledge of its recordings. */
    public Take with(UnaryOperator<Recording> knowledge) {
        return new Take(recordings.stream().map(knowledge).toList());
    }
}
