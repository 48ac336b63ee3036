package club.courtside.library;

/** A recording has ended, and what it became stands in the library. */
public record VideoRecorded(Video video) {}
