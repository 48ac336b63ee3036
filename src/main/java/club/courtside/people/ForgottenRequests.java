package club.courtside.people;

import club.courtside.account.SignInAttempts;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * People who have forgotten their password, waiting for their mail. Everything that depends on whether there is such a user
 * happens later and elsewhere, so that nobody can tell by the answer, not even by its time.
 */
@ApplicationScoped
public class ForgottenRequests {

    /** More at once is no longer people. */
    private static final int LONGEST_QUEUE = 200;

    /** Stands for the account in the attempts: an address asks for many accounts, or for one again and again. */
    private static final String ANY_ACCOUNT = "forgotten password";

    record Request(String email, Locale language, String address) {}

    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final SignInAttempts attempts;

    @Inject
    public ForgottenRequests(SignInAttempts attempts) {
        this.attempts = attempts;
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
        attempts.check(ANY_ACCOUNT, address);
        attempts.failed(ANY_ACCOUNT, address);
        if (!waiting.offer(new Request(email, language, address)))
            throw ProblemException.unavailable(
                    "too many at once; try again in a minute", java.time.Duration.ofMinutes(1));
    }

    Request next() throws InterruptedException {
        return waiting.take();
    }
}
