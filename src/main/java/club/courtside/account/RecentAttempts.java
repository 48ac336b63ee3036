package club.courtside.account;

import club.courtside.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attempts of the last ten minutes, by whatever they are counted by; who makes too many has to wait. */
public final class RecentAttempts {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** More than this is a flood; who has not tried for the longest time is forgotten then. */
    private static final int KEPT = 10_000;

    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>();
    private final int allowed;
    private final Clock clock;

    /** @param allowed within ten minutes */
    public RecentAttempts(int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /** @throws ProblemException 429 with the time to wait */
    public synchronized void check(String key) {
        Deque<Instant> recent = attempts.get(key);
        if (recent == null) return;
        forgetOld(recent);
        if (recent.size() < allowed) return;
        Duration wait = Duration.between(clock.instant(), recent.peekFirst().plus(WINDOW));
        throw ProblemException.tooMany(
                "too many failed attempts; try again in " + Math.max(1, wait.toMinutes()) + " minutes", wait);
    }

    /** @return whether it was the last one allowed */
    public synchronized boolean add(String key) {
        Deque<Instant> recent = attempts.remove(key);
        if (recent == null) recent = new ArrayDeque<>();
        forgetOld(recent);
        recent.addLast(clock.instant());
        attempts.put(key, recent);
        if (attempts.size() > KEPT) attempts.remove(attempts.keySet().iterator().next());
        return recent.size() == allowed;
    }

    public synchronized void forget(String key) {
        attempts.remove(key);
    }

    private void forgetOld(Deque<Instant> recent) {
        Instant limit = clock.instant().minus(WINDOW);
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(limit)) recent.removeFirst();
    }
}
