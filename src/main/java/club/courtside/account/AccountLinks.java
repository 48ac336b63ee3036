package club.courtside.account;

import club.courtside.account.AccountLink.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The links that are out; each is good once. Looking at one does not use it up: programs that check mail do that too. */
@ApplicationScoped
@Transactional
public class AccountLinks {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public AccountLinks(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    protected AccountLinks() {
        this(null, null);
    }

    /**
     * A new one; an older one of the same kind ends with that.
     *
     * @return its token
     */
    public String open(UUID userId, Kind kind) {
        close(userId, kind);
        String token = OneTimeToken.fresh();
        User user = entities.find(User.class, userId);
        entities.persist(new AccountLink(user, kind, OneTimeToken.hash(token), clock.instant()));
        return token;
    }

    public Optional<AccountLink> of(UUID userId, Kind kind) {
        return entities.createQuery(
                        "select l from AccountLink l where l.user.id = :user and l.kind = :kind", AccountLink.class)
                .setParameter("user", userId)
                .setParameter("kind", kind)
                .getResultStream()
                .findFirst();
    }

    /** Empty when it was used, has ended or was never made. */
    public Optional<User> whose(String token, Kind kind) {
        return find(token, kind).map(AccountLink::user);
    }

    /** The same, and it is used up. */
    public Optional<User> redeem(String token, Kind kind) {
        return find(token, kind).map(AccountLink::user).filter(user -> isTaken(token));
    }

    /** By the database, so that of two who show it at the same moment one is refused. */
    private boolean isTaken(String token) {
        return entities.createQuery("delete from AccountLink l where l.tokenHash = :hash")
                        .setParameter("hash", OneTimeToken.hash(token))
                        .executeUpdate()
                == 1;
    }

    public void close(UUID userId, Kind kind) {
        entities.createQuery("delete from AccountLink l where l.user.id = :user and l.kind = :kind")
                .setParameter("user", userId)
                .setParameter("kind", kind)
                .executeUpdate();
    }

    public void closeAllOf(UUID userId) {
        for (Kind kind : Kind.values()) close(userId, kind);
    }

    private Optional<AccountLink> find(String token, Kind kind) {
        if (token == null || token.isEmpty() || token.length() > OneTimeToken.LONGEST) return Optional.empty();
        return entities.createQuery(
                        "select l from AccountLink l where l.tokenHash = :hash and l.kind = :kind", AccountLink.class)
                .setParameter("hash", OneTimeToken.hash(token))
                .setParameter("kind", kind)
                .getResultStream()
                .filter(link -> link.isValidAt(clock.instant()))
                .findFirst();
    }
}
