package club.courtside.court;

import java.util.UUID;

/**
 * A court in the API.
 *
 * @param position where it stands on the wall, from 1
 * @param state that of its main camera; null when it has none
 */
record CourtView(UUID id, UUID clubId, String name, String slug, int position, CameraState state) {}
