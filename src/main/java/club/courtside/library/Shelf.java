package club.courtside.library;

/** How much a club has in the library. */
public record Shelf(long videos, long bytes) {}
