package club.courtside.engine.api;

import java.time.Instant;

/**
 * One camera's connection as it stands.
 *
 * @param since when this state began
 * @param reason why it is {@link FeedState#LOST}, else null
 * @param video null until it was live once
 * @param audio null when the camera sends none
 * @param bitsPerSecond received, averaged over the last seconds
 * @param framesPerSecond received, averaged over the last seconds
 * @param packets video packets received since the engine knows the feed
 * @param reconnects connections made after the first
 * @param viewers live views open now, of any kind
 */
public record FeedStatus(
        String id,
        FeedState state,
        Instant since,
        Reason reason,
        MediaTrack video,
        MediaTrack audio,
        long bitsPerSecond,
        double framesPerSecond,
        long packets,
        long bytes,
        int reconnects,
        int viewers) {}
