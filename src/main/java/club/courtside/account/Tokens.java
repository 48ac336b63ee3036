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

    public static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String ISSUER = "courtside";
    /** What a preview token was made for. */
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

    /** For all of the API. */
    public String issue(UUID userId) {
        return issue(userId, Purpose.ACCESS, null);
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
    public Optional<UUID> verify(String text) {
        return verify(text, Purpose.ACCESS, null);
    }

    /** The same for a preview's token; empty as well when it was made for another preview than {@code of}. */
    public Optional<UUID> verifyPreview(String text, String of) {
        return verify(text, Purpose.PREVIEW, of);
    }

    private Optional<UUID> verify(String text, Purpose purpose, String of) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key)))
                return Optional.empty();
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean good = ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(purpose.name())
                    && Objects.equals(claims.getStringClaim(OF), of)
                    && claims.getExpirationTime() != null
                    && clock.instant().isBefore(claims.getExpirationTime().toInstant());
            return good ? Ids.parse(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
