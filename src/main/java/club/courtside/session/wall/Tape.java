package club.courtside.session.wall;

import club.courtside.engine.api.Gap;
import java.util.List;

/** One match from planned start to planned end, a thousand units long: what is kept, and the notches of what is missing. */
public final class Tape {
    private static final double LENGTH = 1000;
    private static final long THINNEST = 4;

    private final double elapsed;
    private final double planned;
    private final List<Gap> gaps;

    /**
     * @param elapsed seconds in the file, gaps included
     * @param planned seconds
     */
    public Tape(double elapsed, double planned, List<Gap> gaps) {
        this.elapsed = elapsed;
        this.planned = Math.max(planned, elapsed);
        this.gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    public long getDone() {
        return at(elapsed);
    }

    public List<Notch> getNotches() {
        return gaps.stream()
                .map(gap -> new Notch(at(gap.startSeconds()), Math.max(THINNEST, at(gap.seconds()))))
                .toList();
    }

    private long at(double seconds) {
        return planned <= 0 ? 0 : Math.round(Math.max(0, Math.min(LENGTH, LENGTH * seconds / planned)));
    }

    /** A gap, in the tape's units. */
    public record Notch(long start, long width) {}
}
