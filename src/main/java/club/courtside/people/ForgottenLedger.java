package club.courtside.people;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.AccountLinks;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes the links for forgotten passwords. */
@ApplicationScoped
@Transactional
public class ForgottenLedger {

    /** Nobody fills somebody else's mailbox. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    record Link(User user, String token) {}

    private final Users users;
    private final AccountLinks links;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public ForgottenLedger(Users users, AccountLinks links, Audit audit, Clock clock) {
        this.users = users;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    protected ForgottenLedger() {
        this(null, null, null, null);
    }

    /** Empty when there is no such user, they cannot sign in, or one was made a moment ago. */
    Optional<Link> open(String email, String address) {
        return users.byEmail(email)
                .filter(user -> user.isEnabled() && !user.isInvited())
                .filter(user -> links.of(user.id(), Kind.PASSWORD)
                        .filter(link ->
                                clock.instant().isBefore(link.createdAt().plus(PAUSE)))
                        .isEmpty())
                .map(user -> {
                    String token = links.open(user.id(), Kind.PASSWORD);
                    audit.tells(
                            user.asCaller().cameFrom(address),
                            AuditAction.PASSWORD_FORGOTTEN,
                            user.clubs(),
                            user.id(),
                            user.displayName(),
                            null);
                    return new Link(user, token);
                });
    }
}
