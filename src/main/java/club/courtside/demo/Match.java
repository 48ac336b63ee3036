package club.courtside.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A match without end, one rally after the other. Times only move forward, but for the little by which one of several
 * cameras is behind another.
 */
final class Match {

    /** Strokes; a rally that ends sooner is invented again. */
    private static final int WORTH_WATCHING = 4;

    private final Random random;
    private Rally before;
    private Rally current;
    private int rallies;

    /** @param seed equal seeds play equal matches */
    Match(long seed) {
        random = new Random(seed);
    }

    /** The rally at a moment, in seconds; after a long pause the match simply goes on with a new rally. */
    synchronized Rally at(double time) {
        if (before != null && time >= before.start() && time < before.end()) return before;
        if (current == null || time > current.end() + 5) current = next(time - 1.5, RallyMaker.firstPlaces());
        while (time >= current.end()) {
            before = current;
            double end = current.end();
            current = next(
                    end, current.paths().stream().map(p -> p.at(end).place()).toList());
        }
        return current;
    }

    private Rally next(double start, List<Point> places) {
        int server = new int[] {1, 3, 0, 2}[rallies / 4 % 4];
        boolean right = rallies++ % 2 == 0;
        Rally rally = new RallyMaker(start, places, random).serve(server, right);
        for (int again = 0; again < 6 && rally.strokes().size() < WORTH_WATCHING; again++)
            rally = new RallyMaker(start, places, random).serve(server, right);
        return rally;
    }

    /** What begins to sound between two moments. */
    synchronized List<Bump> bumps(double from, double to) {
        List<Bump> heard = new ArrayList<>();
        for (Rally rally : new Rally[] {before, current})
            if (rally != null)
                for (Bump bump : rally.bumps()) if (bump.time() >= from && bump.time() < to) heard.add(bump);
        return heard;
    }
}
