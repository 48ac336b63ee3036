package club.courtside.session.preview;

import java.util.UUID;

/**
 * What somebody may watch at an address.
 *
 * @param sessionId the session that gives the right to it and takes it away when it is closed; null for staff at a court
 */
record Grant(UUID feedId, UUID sessionId) {}
