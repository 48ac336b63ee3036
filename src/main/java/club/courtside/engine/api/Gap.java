package club.courtside.engine.api;

/**
 * Time without picture inside a recording.
 *
 * @param startSeconds from the beginning of the file
 * @param seconds its length; grows while the camera is away
 * @param reason a {@link Reason#code()}
 */
public record Gap(double startSeconds, double seconds, String reason) {}
