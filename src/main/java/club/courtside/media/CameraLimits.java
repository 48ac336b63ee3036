package club.courtside.media;

import java.time.Duration;

/**
 * How long a camera may take.
 *
 * @param connect until it has told what it sends
 * @param silence between two packets
 */
public record CameraLimits(Duration connect, Duration silence) {

    public static final CameraLimits USUAL = new CameraLimits(Duration.ofSeconds(5), Duration.ofSeconds(5));
}
