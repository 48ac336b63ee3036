package club.courtside.account.audit;

import club.courtside.platform.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the audit log as it is shown.
 *
 * @param whoId null when nobody was signed in
 * @param who name, or the address that somebody tried to sign in with
 * @param address the IP address; null when it is not known
 */
public record AuditLine(
        UUID id,
        Instant at,
        AuditAction action,
        UUID clubId,
        UUID whoId,
        String who,
        UUID subjectId,
        String subject,
        String detail,
        String address) {

    static AuditLine of(AuditEntry entry) {
        return new AuditLine(
                entry.id(),
                entry.at(),
                entry.action(),
                Ids.parse(entry.clubId()).orElse(null),
                Ids.parse(entry.whoId()).orElse(null),
                entry.whoName(),
                Ids.parse(entry.subjectId()).orElse(null),
                entry.subject(),
                entry.detail(),
                entry.address());
    }
}
