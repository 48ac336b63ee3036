package club.courtside.library.arrival;

import java.util.UUID;

/**
 * CDI event, inside the transaction that says so: nothing comes of a file, and nothing is left of it.
 *
 * @param code {@code expired}, {@code cancelled}, or why it was refused: {@code no_video} …
 * @param reason the same as an English sentence
 */
public record ArrivalOver(UUID id, String code, String reason) {}
