package club.courtside.media.relay;

import java.time.Duration;

/**
 * How long the relay waits for others.
 *
 * @param camera until a camera is connected and has sent a key frame
 * @param silence of a client that neither asks nor takes anything; also the time-out that its session is told
 * @param stall of a reader that takes nothing of what waits for it
 * @param connections at the same time
 */
public record RelayLimits(Duration camera, Duration silence, Duration stall, int connections) {

    public static final RelayLimits USUAL =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(20), 1000);

    public RelayLimits {
        if (silence.toSeconds() < 1) throw new IllegalArgumentException("sessions last at least a second");
    }
}
