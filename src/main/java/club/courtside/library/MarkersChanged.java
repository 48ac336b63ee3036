package club.courtside.library;

import java.util.List;
import java.util.UUID;

/**
 * Whose moments are others now; who shows them reads them again.
 *
 * @param sessionId null when it was not recorded here
 * @param courtId null when it was made on no court
 * @param videoIds the take's angles; empty until there is a first picture
 */
record MarkersChanged(UUID sessionId, UUID courtId, List<UUID> videoIds) {}
