package club.courtside.library.arrival;

import java.util.UUID;

/**
 * CDI event, inside the transaction that says so: a file stands in the library, as the video with its id.
 *
 * @param sha256 of the file as it was sent, in lower-case hex; in the library it may lie in another container
 */
public record ArrivalTaken(UUID id, String sha256) {}
