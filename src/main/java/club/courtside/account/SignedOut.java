package club.courtside.account;

import java.util.UUID;

/**
 * Somebody's sign-ins have ended.
 *
 * @param signIn the only one that has; null for all
 */
public record SignedOut(UUID userId, UUID signIn) {

    public boolean concerns(Caller caller) {
        return caller.id().equals(userId) && (signIn == null || signIn.equals(caller.signIn()));
    }
}
