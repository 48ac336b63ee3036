package club.courtside.court;

import java.util.UUID;

/**
 * A court in the API.
 *
 * @param state that of its main camera; null when it has none
 */
record CourtView(UUID id, UUID clubId, String name, String slug, CameraState state) {}
