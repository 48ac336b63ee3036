package club.courtside.library;

import java.time.Instant;
import java.util.UUID;

/**
 * A video that retention removes.
 *
 * @param courtName null when it was made on no court
 * @param createdAt when it came into the library
 * @param removedAt when it goes
 */
public record Removal(
        UUID id,
        String title,
        String courtName,
        Instant createdAt,
        long sizeBytes,
        RemovalCause cause,
        Instant removedAt) {}
