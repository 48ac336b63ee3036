package club.courtside.media.ffmpeg;

import java.time.Duration;

/**
 * How long a camera may take.
 *
 * @param answer to each step of connecting
 * @param silence between two packets
 */
record Limits(Duration answer, Duration silence) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5));

    String answerMicros() {
        return Long.toString(answer.toNanos() / 1000);
    }

    /** A connection has several steps. */
    Duration connect() {
        return answer.multipliedBy(2);
    }
}
