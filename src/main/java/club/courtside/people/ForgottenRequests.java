package club.courtside.people;

import club.courtside.account.RecentAttempts;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * People who have forgotten their password, waiting for their mail. Everything that depends on whether there is such a user
 * happens later and elsewhere, so that nobody can tell by the answer, not even by its time. They guess nothing: their attempts
 * are counted apart from those to sign in, and an address that is closed for these may still ask.
 */
@ApplicationScoped
public class ForgottenRequests {

    /** More at once is no longer people. */
    private static final int LONGEST_QUEUE = 200;

    /** An address asks for many accounts, or for one again and again. */
    private static final int FROM_AN_ADDRESS = 10;

    record Request(String email, Locale language, String address) {}

    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final RecentAttempts attempts;

    @Inject
    public ForgottenRequests(Clock clock) {
        this.attempts = new RecentAttempts(FROM_AN_ADDRESS, clock);
    }

    protected ForgottenRequests() {
        this(null);
    }

    /**
     * @param language of the page
     * @param address where the request comes from
     * @throws ProblemException 429 after ten within ten minutes
     */
    public void ask(String email, Locale language, String address) {
        attempts.check(address);
        attempts.add(address);
        if (!waiting.offer(new Request(email, language, address)))
            throw ProblemException.unavailable(
                    "too many at once; try again in a minute", java.time.Duration.ofMinutes(1));
    }

    Request next() throws InterruptedException {
        return waiting.take();
    }
}
