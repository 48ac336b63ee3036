package club.courtside.account;

import club.courtside.platform.DataFolder;
import club.courtside.platform.Ids;
import club.courtside.platform.SecretFile;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Short-lived signed tokens (JWT, RFC 7519, HS256). They only say who somebody is; what that user may do is looked up
 * each time.
 */
@ApplicationScoped
public class Tokens {

    /** What a token opens. */
    public enum Purpose {
        /** All of the API. */
        ACCESS,
        /** One preview's pictures only; may stand in an address. */
        PREVIEW
    }

    /** Whose token it is, and the sign-in with which it ends; null when it ends by time only. */
    record Bearer(UUID user, UUID signIn) {}

    public static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String ISSUER = "courtside";
    /** What a preview token was made for; the sign-in of an access token. */
    private static final String OF = "of";

    private static final int KEY_BYTES = 32;

    private final byte[] key;
    private final Clock clock;

    @Inject
    public Tokens(DataFolder data, Clock clock) {
        this(SecretFile.key(data.keys().resolve("jwt.key"), KEY_BYTES), clock);
    }

    Tokens(byte[] key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    protected Tokens() {
        this((byte[]) null, null);
    }

    /** For all of the API, as long as that sign-in lasts. */
    public String issue(UUID userId, UUID signIn) {
        return issue(userId, Purpose.ACCESS, signIn.toString());
    }

    /** @param of the session whose pictures it shows, and no other's */
    public String issuePreview(UUID userId, UUID of) {
        return issue(userId, Purpose.PREVIEW, of.toString());
    }

    private String issue(UUID userId, Purpose purpose, String of) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(userId.toString())
                .audience(purpose.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim(OF, of)
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign tokens", e);
        }
        return token.serialize();
    }

    /** @return whose token it is; empty when it is expired, forged, no token at all, or for pictures only */
    Optional<Bearer> verify(String text) {
        return verified(text, Purpose.ACCESS).flatMap(claims -> Ids.parse(claims.getSubject())
                .flatMap(user -> Ids.parse(of(claims)).map(signIn -> new Bearer(user, signIn))));
    }

    /** The same for a preview's token; empty as well when it was made for another preview than {@code of}. */
    public Optional<UUID> verifyPreview(String text, String of) {
        return verified(text, Purpose.PREVIEW)
                .filter(claims -> Objects.equals(of(claims), of))
                .flatMap(claims -> Ids.parse(claims.getSubject()));
    }

    private static String of(JWTClaimsSet claims) {
        return claims.getClaim(OF) instanceof String text ? text : null;
    }

    private Optional<JWTClaimsSet> verified(String text, Purpose purpose) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key)))
                return Optional.empty();
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean good = ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(purpose.name())
                    && claims.getExpirationTime() != null
                    && clock.instant().isBefore(claims.getExpirationTime().toInstant());
            return good ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
