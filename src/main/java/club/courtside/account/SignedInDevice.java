package club.courtside.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser or program that is signed in.
 *
 * @param kind {@code browser}, or {@code api} for a refresh token
 * @param since when it signed in; a browser that comes back for months counts anew from time to time
 * @param lastUsedAt to some minutes; null when it is not known
 * @param address the IP address; null when it is not known
 * @param program what it calls itself; null when it does not say
 */
public record SignedInDevice(UUID id, String kind, Instant since, Instant lastUsedAt, String address, String program) {

    static SignedInDevice of(SignIn signIn) {
        return new SignedInDevice(
                signIn.id(),
                signIn.kind() == SignIn.Kind.BROWSER ? "browser" : "api",
                signIn.createdAt(),
                signIn.lastUsedAt(),
                signIn.address(),
                signIn.program());
    }
}
