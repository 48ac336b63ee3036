package club.courtside.account;

import club.courtside.account.AccountLink.Kind;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How people get a new password: by the one they have, or by a link. Without a transaction of its own: hashing is slow, and
 * connections are few.
 */
@ApplicationScoped
public class NewPasswords {

    private final Users users;
    private final AccountLinks links;
    private final SignInAttempts attempts;
    private final PasswordLedger ledger;

    @Inject
    public NewPasswords(Users users, AccountLinks links, SignInAttempts attempts, PasswordLedger ledger) {
        this.users = users;
        this.links = links;
        this.attempts = attempts;
        this.ledger = ledger;
    }

    protected NewPasswords() {
        this(null, null, null, null);
    }

    /**
     * Signs them out everywhere else.
     *
     * @throws ProblemException 400 when the present one is wrong or the new one not acceptable; 429 after too many attempts
     */
    public void change(Caller who, String present, String wanted) {
        NewPassword fresh = new NewPassword("new_password", wanted, who.email());
        attempts.check(who.email(), who.address());
        boolean known =
                users.byId(who.id()).filter(user -> user.hasPassword(present)).isPresent();
        if (!known) {
            attempts.failed(who.email(), who.address());
            throw new ProblemException(new Problem(
                    null, null, 400, "this is not the present password", "current_password", "password_wrong"));
        }
        ledger.changed(who, fresh.hash());
    }

    /**
     * By a link, which ends with that.
     *
     * @param address where the request comes from
     * @return who may sign in with it now
     * @throws ProblemException 404 when the link has ended, 400 when the password is not acceptable
     */
    public User choose(String token, Kind kind, String wanted, String address) {
        User user = links.whose(token, kind).orElseThrow(PasswordLedger::noSuchLink);
        String hash = new NewPassword("password", wanted, user.email()).hash();
        return ledger.chosen(token, kind, hash, address);
    }
}
