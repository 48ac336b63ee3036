package club.courtside.court;

import java.util.UUID;

/** A club in the API. */
record ClubView(UUID id, String name, String slug, String timeZone, int defaultMinutes, int retentionDays) {

    static ClubView of(Club club) {
        return new ClubView(
                club.id(),
                club.name(),
                club.slug(),
                club.timeZone().getId(),
                club.defaultMinutes(),
                club.retentionDays());
    }
}
