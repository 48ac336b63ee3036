package club.courtside.library;

import club.courtside.platform.ProblemException;
import java.time.Duration;
import java.time.Instant;

/**
 * What a link allows.
 *
 * @param password null for none
 */
record LinkTerms(Instant expiresAt, String password, boolean mayDownload) {

    static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SHORTEST_PASSWORD = 4;
    private static final int LONGEST_PASSWORD = 200;

    /**
     * @param expiresAt null for a week
     * @param password null or empty for none
     * @param mayDownload null for not
     * @throws ProblemException 400 naming {@code expires_at} or {@code password}
     */
    static LinkTerms of(Instant expiresAt, String password, Boolean mayDownload, Instant now) {
        Instant end = expiresAt == null ? now.plus(USUAL) : expiresAt;
        if (!end.isAfter(now)) throw ProblemException.badRequest("expires_at", "the link would have ended already");
        if (end.isAfter(now.plus(LONGEST)))
            throw ProblemException.badRequest("expires_at", "a link is valid for a year at most");
        String secret = password == null || password.isEmpty() ? null : password;
        if (secret != null && (secret.length() < SHORTEST_PASSWORD || secret.length() > LONGEST_PASSWORD))
            throw ProblemException.badRequest("password", "the password has 4 to 200 characters");
        return new LinkTerms(end, secret, Boolean.TRUE.equals(mayDownload));
    }
}
