package club.courtside.platform.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When something that failed is tried again: after pauses that double, each shortened by up to a half at random, so that
 * what failed together does not come back together.
 *
 * @param first pause, at most
 * @param longest pause
 * @param attempts after which it is given up
 */
public record Retries(Duration first, Duration longest, int attempts) {

    public Retries {
        if (attempts < 1) throw new IllegalArgumentException("there is at least one attempt");
        if (first.isNegative() || longest.compareTo(first) < 0) throw new IllegalArgumentException("pauses grow");
    }

    /** @param made how many attempts there were */
    public boolean areOver(int made) {
        return made >= attempts;
    }

    /** @param made how many attempts there were, at least 1 */
    public Instant after(int made, Instant now, RandomGenerator random) {
        int doublings = Math.min(Math.max(0, made - 1), 30);
        long most = Math.min(longest.toMillis(), first.toMillis() << doublings);
        if (most < 0) most = longest.toMillis();
        return now.plusMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
