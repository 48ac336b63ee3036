package club.courtside.account;

import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Checks who wants in. Without a transaction of its own: comparing a password is slow, and connections are few. */
@ApplicationScoped
public class Reception {

    private final Users users;
    private final SignInAttempts attempts;
    private final Audit audit;

    @Inject
    public Reception(Users users, SignInAttempts attempts, Audit audit) {
        this.users = users;
        this.attempts = attempts;
        this.audit = audit;
    }

    protected Reception() {
        this(null, null, null);
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
            if (attempts.failed(email, address)) tellOfPause(email, address);
            throw ProblemException.notSignedIn("the e-mail address or the password is wrong");
        }
        attempts.succeeded(email, address);
        return user.get().asCaller();
    }

    private void tellOfPause(String email, String address) {
        Set<UUID> clubs = users.byEmail(email).map(User::clubs).orElse(Set.of());
        audit.tellsOfStranger(email, address, AuditAction.SIGN_IN_PAUSED, clubs);
    }

    /** The user as they are now; empty when there is none, or they were disabled. */
    public Optional<Caller> known(UUID userId) {
        return users.byId(userId).filter(User::isEnabled).map(User::asCaller);
    }
}
