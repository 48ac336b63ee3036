package club.courtside.court;

import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.MediaTrack;
import java.time.Duration;
import java.util.Base64;

/**
 * What a camera showed when it was tried.
 *
 * @param audio null when the camera sends none
 * @param bitsPerSecond measured for two seconds
 * @param framesPerSecond measured for two seconds
 * @param milliseconds from asking to the picture
 * @param picture a JPEG of now, as a {@code data:} address
 */
public record CameraSight(
        MediaTrack video,
        MediaTrack audio,
        long bitsPerSecond,
        double framesPerSecond,
        long milliseconds,
        String picture) {

    private static final String JPEG = "data:image/jpeg;base64,";

    static CameraSight of(FeedStatus seen, byte[] picture, Duration took) {
        return new CameraSight(
                seen.video(),
                seen.audio(),
                seen.bitsPerSecond(),
                seen.framesPerSecond(),
                took.toMillis(),
                JPEG + Base64.getEncoder().encodeToString(picture));
    }

    /** What a recording of that length would take, in bytes. */
    public long bytes(int minutes) {
        return bitsPerSecond / 8 * 60 * minutes;
    }
}
