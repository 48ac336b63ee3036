package club.courtside.account;

import club.courtside.account.SignIn.Kind;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in where. It stands in the database, so that a restart signs nobody out and a disabled user is out at
 * once. Tokens are random and kept as a hash only.
 */
@ApplicationScoped
@Transactional
public class SignIns {

    static final Duration REFRESH = Duration.ofDays(30);
    static final Duration REMEMBERED = Duration.ofDays(30);
    static final Duration BROWSER = Duration.ofDays(1);

    private static final UUID NONE = new UUID(0, 0);

    private final EntityManager entities;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public SignIns(EntityManager entities, Clock clock, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.audit = audit;
    }

    protected SignIns() {
        this(null, null, null);
    }

    /** Somebody who has just signed in, and the token that says so from now on. */
    record Opened(Caller caller, String token) {}

    /** @return the token for that browser's cookie */
    public String openBrowser(UUID userId, Duration lifetime, Device device) {
        return open(userId, Kind.BROWSER, lifetime, device).token();
    }

    /** With a refresh token. */
    Opened openApi(UUID userId, Device device) {
        return open(userId, Kind.API, REFRESH, device);
    }

    private Opened open(UUID userId, Kind kind, Duration lifetime, Device device) {
        removeExpired();
        Instant now = clock.instant();
        String token = OneTimeToken.fresh();
        User user = entities.find(User.class, userId);
        SignIn signIn = new SignIn(user, kind, OneTimeToken.hash(token), now, lifetime, device);
        entities.persist(signIn);
        user.signedIn(now);
        Caller caller = signIn.caller().cameFrom(device.address());
        audit.tells(caller, AuditAction.SIGNED_IN, user.clubs(), userId, user.displayName(), device.program());
        return new Opened(caller, token);
    }

    private void removeExpired() {
        entities.createQuery("delete from SignIn s where s.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Who that browser's cookie stands for. */
    public Optional<Caller> ofBrowser(String token) {
        Optional<SignIn> found = find(token, Kind.BROWSER);
        found.ifPresent(signIn -> signIn.usedAt(clock.instant()));
        return found.map(SignIn::caller);
    }

    /**
     * Somebody who has been here for a while, as they are now; empty when they were disabled, or the sign-in ended by which
     * they came. Whoever is still here uses that sign-in.
     */
    public Optional<Caller> stillHere(Caller before) {
        Optional<Caller> now = before.signIn() == null
                ? Optional.ofNullable(entities.find(User.class, before.id()))
                        .filter(User::isEnabled)
                        .map(User::asCaller)
                : by(before.signIn());
        return now.map(caller -> caller.cameFrom(before.address()));
    }

    /** Who came by that sign-in; empty when it has ended. */
    Optional<Caller> by(UUID signInId) {
        Optional<SignIn> found = Optional.ofNullable(entities.find(SignIn.class, signInId))
                .filter(signIn -> signIn.isValidAt(clock.instant()));
        found.ifPresent(signIn -> signIn.usedAt(clock.instant()));
        return found.map(SignIn::caller);
    }

    /** A refresh token is good once: whoever shows it gets a new one, and the sign-in goes on. */
    Optional<Opened> redeem(String refreshToken) {
        Optional<SignIn> found = find(refreshToken, Kind.API);
        String fresh = OneTimeToken.fresh();
        return found.filter(signIn -> isExchanged(refreshToken, fresh))
                .map(signIn -> new Opened(signIn.caller(), fresh));
    }

    /** By the database, so that of two who show it at the same moment one is refused. */
    private boolean isExchanged(String token, String fresh) {
        Instant now = clock.instant();
        return entities.createQuery("update SignIn s set s.tokenHash = :fresh, s.lastUsedAt = :now,"
                                + " s.expiresAt = :end where s.tokenHash = :hash")
                        .setParameter("fresh", OneTimeToken.hash(fresh))
                        .setParameter("now", now)
                        .setParameter("end", now.plus(REFRESH))
                        .setParameter("hash", OneTimeToken.hash(token))
                        .executeUpdate()
                == 1;
    }

    /** Signs out. Nothing happens when there is no such token. */
    public void close(String token) {
        if (token == null) return;
        entities.createQuery("delete from SignIn s where s.tokenHash = :hash")
                .setParameter("hash", OneTimeToken.hash(token))
                .executeUpdate();
    }

    /** Out everywhere. */
    public void closeAllOf(UUID userId) {
        closeAllOf(userId, null);
    }

    /** After a changed password: out everywhere else. */
    public void closeAllOf(UUID userId, UUID butSignIn) {
        entities.createQuery("delete from SignIn s where s.user.id = :user and s.id <> :spared")
                .setParameter("user", userId)
                .setParameter("spared", butSignIn == null ? NONE : butSignIn)
                .executeUpdate();
    }

    /** Where somebody is signed in now, the latest first. */
    public List<SignedInDevice> of(UUID userId) {
        return entities.createQuery(
                        "select s from SignIn s where s.user.id = :user and s.expiresAt > :now"
                                + " order by s.lastUsedAt desc, s.createdAt desc",
                        SignIn.class)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(SignedInDevice::of)
                .toList();
    }

    /** @return whether there was such a sign-in of theirs */
    public boolean close(UUID userId, UUID signInId) {
        return entities.createQuery("delete from SignIn s where s.id = :id and s.user.id = :user")
                        .setParameter("id", signInId)
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    private Optional<SignIn> find(String token, Kind kind) {
        if (token == null || token.isEmpty() || token.length() > OneTimeToken.LONGEST) return Optional.empty();
        return entities.createQuery("select s from SignIn s where s.tokenHash = :hash and s.kind = :kind", SignIn.class)
                .setParameter("hash", OneTimeToken.hash(token))
                .setParameter("kind", kind)
                .getResultStream()
                .filter(signIn -> signIn.isValidAt(clock.instant()))
                .findFirst();
    }
}
