package club.courtside.library;

import java.util.UUID;

/** A club as administration lists it. */
public record ClubCard(
        UUID id, String name, String slug, int courts, long videos, long bytes, int retentionDays, Integer quotaGb) {}
