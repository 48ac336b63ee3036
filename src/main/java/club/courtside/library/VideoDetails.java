package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.session.RecordingView;
import java.time.ZoneId;
import java.util.List;

/**
 * A video with all that its own page shows.
 *
 * @param recording how it was recorded, the certificate; null when it was not recorded here
 * @param clubZone the club's clock
 * @param angleName what the camera was called; null when it is not known
 * @param angles the same match from all of its angles, this one among them; empty when there is no other
 */
public record VideoDetails(
        VideoCard card,
        int width,
        int height,
        String videoCodec,
        String audioCodec,
        RecordingView recording,
        ZoneId clubZone,
        String angleName,
        List<VideoAngle> angles) {

    static VideoDetails of(Video video, RecordingView recording, List<VideoAngle> angles, Caller caller) {
        return new VideoDetails(
                VideoCard.of(video, caller),
                video.format().width(),
                video.format().height(),
                video.format().videoCodec(),
                video.format().audioCodec(),
                recording,
                video.club().timeZone(),
                video.angleName(),
                angles);
    }
}
