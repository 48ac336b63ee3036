package club.courtside.session;

/**
 * What a request led to. Pressed twice, the second press gets what the first one made.
 *
 * @param created false when it was there before
 */
public record Outcome<T>(T value, boolean created) {}
