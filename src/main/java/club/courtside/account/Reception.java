package club.courtside.account;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Checks who wants in. Without a transaction of its own: comparing a password is slow, and connections are few. */
@ApplicationScoped
public class Reception {

    private final Users users;
    private final SignInAttempts attempts;

    @Inject
    public Reception(Users users, SignInAttempts attempts) {
        this.users = users;
        this.attempts = attempts;
    }

    protected Reception() {
        this(null, null);
    }

    /**
     * @param address where the request comes from
     * @throws ProblemException 401 when address and password don't belong together, 429 after too many attempts
     */
    public Caller admit(String email, String password, String address) {
        attempts.check(email, address);
        Optional<User> user = users.byEmail(email).filter(User::isEnabled);
        if (user.isEmpty()) Passwords.pretendToMatch(password);
        if (user.filter(known -> known.hasPassword(password)).isEmpty()) {
            attempts.failed(email, address);
            throw ProblemException.notSignedIn("the e-mail address or the password is wrong");
        }
        attempts.succeeded(email, address);
        return user.get().asCaller();
    }

    /** The user as they are now; empty when there is none, or they were disabled. */
    public Optional<Caller> known(UUID userId) {
        return users.byId(userId).filter(User::isEnabled).map(User::asCaller);
    }
}
