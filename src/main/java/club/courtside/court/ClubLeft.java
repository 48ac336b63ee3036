package club.courtside.court;

import java.util.UUID;

/** CDI event: a club was deleted; what is left of it may be tidied up once that is written down. */
public record ClubLeft(UUID clubId) {}
