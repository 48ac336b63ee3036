package club.courtside.account;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Slows down who guesses passwords: after ten failures for one account from one address it is closed for a while. */
@ApplicationScoped
public class SignInAttempts {

    private static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** More than this is a flood; what is old is thrown away then. */
    private static final int KEPT = 10_000;

    private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    public SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    protected SignInAttempts() {
        this(null);
    }

    /** @throws ProblemException 429 with the time to wait */
    public void check(String email, String address) {
        Deque<Instant> recent = failures.get(key(email, address));
        if (recent == null) return;
        synchronized (recent) {
            forgetOld(recent);
            if (recent.size() < ALLOWED) return;
            Duration wait = Duration.between(clock.instant(), recent.peekFirst().plus(WINDOW));
            throw ProblemException.tooMany(
                    "too many failed attempts; try again in " + Math.max(1, wait.toMinutes()) + " minutes", wait);
        }
    }

    /** @return whether it is closed from now on */
    public boolean failed(String email, String address) {
        if (failures.size() >= KEPT) failures.values().removeIf(this::isOld);
        Deque<Instant> recent = failures.computeIfAbsent(key(email, address), any -> new ArrayDeque<>());
        synchronized (recent) {
            forgetOld(recent);
            recent.addLast(clock.instant());
            return recent.size() == ALLOWED;
        }
    }

    public void succeeded(String email, String address) {
        failures.remove(key(email, address));
    }

    private boolean isOld(Deque<Instant> recent) {
        synchronized (recent) {
            forgetOld(recent);
            return recent.isEmpty();
        }
    }

    private void forgetOld(Deque<Instant> recent) {
        Instant limit = clock.instant().minus(WINDOW);
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(limit)) recent.removeFirst();
    }

    private static String key(String email, String address) {
        String account = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        return account.substring(0, Math.min(account.length(), 254)) + " " + address;
    }
}
