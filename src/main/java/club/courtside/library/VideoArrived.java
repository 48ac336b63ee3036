package club.courtside.library;

/** A video that somebody has uploaded stands in the library. */
public record VideoArrived(Video video) {}
