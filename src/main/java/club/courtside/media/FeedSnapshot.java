package club.courtside.media;

import java.time.Instant;
import java.util.List;

/**
 * One feed as it stands.
 *
 * @param since when this state began
 * @param reason why it is {@link FeedState#LOST}, else null
 * @param message the sentence that belongs to the reason, without credentials; null when there is none
 * @param tracks what the camera sends; empty until it was live once
 * @param bitsPerSecond received, averaged over the last seconds; 0 while not live
 * @param framesPerSecond video frames received, averaged over the last seconds; 0 while not live
 * @param packets video packets received since the feed exists
 * @param bytes of all tracks, received since the feed exists
 * @param reconnects live connections after the first
 */
public record FeedSnapshot(
        FeedState state,
        Instant since,
        CameraLost.Reason reason,
        String message,
        List<Track> tracks,
        long bitsPerSecond,
        double framesPerSecond,
        long packets,
        long bytes,
        int reconnects) {

    public FeedSnapshot {
        tracks = List.copyOf(tracks);
    }
}
