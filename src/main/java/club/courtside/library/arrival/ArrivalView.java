package club.courtside.library.arrival;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way into the library as the API shows it.
 *
 * @param sizeBytes when it will be whole
 * @param receivedBytes what of it is here
 * @param reason why it was refused, else null: {@code no_video}, {@code truncated}, {@code too_short}, {@code
 *     too_long}, {@code picture_too_large}, {@code internal}
 * @param videoId what it has become; null before
 * @param expiresAt when it is given up if nothing more comes; null unless it is being received
 */
public record ArrivalView(
        UUID id,
        UUID clubId,
        String fileName,
        long sizeBytes,
        long receivedBytes,
        ArrivalState state,
        String reason,
        UUID videoId,
        Instant createdAt,
        Instant expiresAt) {}
