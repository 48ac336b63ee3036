package club.courtside.session.preview;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import java.time.Instant;

/**
 * What can be seen on a preview.
 *
 * @param since when this state began
 * @param reason why the camera is lost, else null
 * @param video null until it was live once
 * @param audio null when the camera sends none
 * @param viewers live views open now
 * @param rtsp the whole address at the relay; null for a camera without court, and while the relay does not listen
 */
record PreviewInfo(
        FeedState state,
        Instant since,
        Reason reason,
        MediaTrack video,
        MediaTrack audio,
        double framesPerSecond,
        long bitsPerSecond,
        int viewers,
        String rtsp) {

    static PreviewInfo of(FeedStatus feed, String rtsp) {
        return new PreviewInfo(
                feed.state(),
                feed.since(),
                feed.reason(),
                feed.video(),
                feed.audio(),
                feed.framesPerSecond(),
                feed.bitsPerSecond(),
                feed.viewers(),
                rtsp);
    }
}
