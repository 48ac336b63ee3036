package club.courtside.account;

import club.courtside.account.SignIn.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
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

    private final EntityManager entities;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public SignIns(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    protected SignIns() {
        this(null, null);
    }

    /** @return the token for that browser's cookie */
    public String openBrowser(UUID userId, Duration lifetime) {
        return open(userId, Kind.BROWSER, lifetime);
    }

    /** @return a refresh token */
    public String openApi(UUID userId) {
        return open(userId, Kind.API, REFRESH);
    }

    private String open(UUID userId, Kind kind, Duration lifetime) {
        removeExpired();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        User user = entities.find(User.class, userId);
        entities.persist(new SignIn(user, kind, hash(token), clock.instant(), lifetime));
        return token;
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
     * Somebody who has been here for a while, as they are now; empty when they were disabled, or signed out of the browser
     * by which they came. Whoever is still here uses that sign-in.
     */
    public Optional<Caller> stillHere(Caller before) {
        if (before.signIn() == null)
            return Optional.ofNullable(entities.find(User.class, before.id()))
                    .filter(User::isEnabled)
                    .map(User::asCaller);
        Optional<SignIn> found = Optional.ofNullable(entities.find(SignIn.class, before.signIn()))
                .filter(signIn -> signIn.isValidAt(clock.instant()));
        found.ifPresent(signIn -> signIn.usedAt(clock.instant()));
        return found.map(SignIn::caller);
    }

    /** A refresh token is good once: whoever shows it gets a new one. */
    public Optional<Caller> redeem(String refreshToken) {
        Optional<SignIn> found = find(refreshToken, Kind.API);
        found.ifPresent(entities::remove);
        return found.map(SignIn::caller);
    }

    /** Signs out. Nothing happens when there is no such token. */
    public void close(String token) {
        if (token == null) return;
        entities.createQuery("delete from SignIn s where s.tokenHash = :hash")
                .setParameter("hash", hash(token))
                .executeUpdate();
    }

    /** After a changed password: out everywhere. */
    public void closeAllOf(UUID userId) {
        entities.createQuery("delete from SignIn s where s.user.id = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    private Optional<SignIn> find(String token, Kind kind) {
        if (token == null || token.isEmpty() || token.length() > 100) return Optional.empty();
        return entities.createQuery("select s from SignIn s where s.tokenHash = :hash and s.kind = :kind", SignIn.class)
                .setParameter("hash", hash(token))
                .setParameter("kind", kind)
                .getResultStream()
                .filter(signIn -> signIn.isValidAt(clock.instant()))
                .findFirst();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
