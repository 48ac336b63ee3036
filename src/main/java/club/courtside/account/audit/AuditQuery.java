package club.courtside.account.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody looks for in the audit log; null for everything.
 *
 * @param userId who did it, or to whom it was done
 * @param text found in the name of who did it, or of whom or what it was done to; null or blank for all
 * @param from the first moment
 * @param to the first moment that is too late
 */
public record AuditQuery(UUID clubId, UUID userId, String text, AuditAction action, Instant from, Instant to) {

    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null, null);

    public AuditQuery(UUID clubId, UUID userId, AuditAction action, Instant from, Instant to) {
        this(clubId, userId, null, action, from, to);
    }

    boolean hasText() {
        return text != null && !text.isBlank();
    }
}
