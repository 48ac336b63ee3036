package club.courtside.media.ffmpeg;

import java.time.Duration;

/**
 * How long a camera may take.
 *
 * @param connect until it has told what it sends
 * @param silence between two packets
 */
record Limits(Duration connect, Duration silence) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5));
}
