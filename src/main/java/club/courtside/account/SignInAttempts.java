package club.courtside.account;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/**
 * Slows down who guesses passwords: after ten failures for one account from one address it is closed for a while, and after
 * fifty of whatever accounts the address is. A club's people may all come from one address, so that one is the higher.
 */
@ApplicationScoped
public class SignInAttempts {

    private static final int FOR_AN_ACCOUNT = 10;
    private static final int FROM_AN_ADDRESS = 50;

    private final RecentAttempts ofAccounts;
    private final RecentAttempts ofAddresses;

    @Inject
    public SignInAttempts(Clock clock) {
        ofAccounts = new RecentAttempts(FOR_AN_ACCOUNT, clock);
        ofAddresses = new RecentAttempts(FROM_AN_ADDRESS, clock);
    }

    protected SignInAttempts() {
        this(null);
    }

    /** @throws ProblemException 429 with the time to wait */
    public void check(String email, String address) {
        ofAddresses.check(address);
        ofAccounts.check(key(email, address));
    }

    /** @return whether the account or the address is closed from now on */
    public boolean failed(String email, String address) {
        boolean addressClosed = ofAddresses.add(address);
        return ofAccounts.add(key(email, address)) || addressClosed;
    }

    /** Who guesses may have an account of their own: what came from their address before stays counted. */
    public void succeeded(String email, String address) {
        ofAccounts.forget(key(email, address));
    }

    private static String key(String email, String address) {
        String account = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        return account.substring(0, Math.min(account.length(), 254)) + " " + address;
    }
}
