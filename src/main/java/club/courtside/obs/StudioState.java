package club.courtside.obs;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.Reason;
import club.courtside.session.RecordingQuality;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How an OBS Studio stands.
 *
 * @param link connecting, live or lost
 * @param since when that began
 * @param reason why it is lost, or what is unusual; else null
 * @param version of OBS Studio; null while it was never connected
 * @param recordingByItself somebody has started a recording in OBS
 * @param scene what it shows; null when not known
 * @param qualities that a recording can be asked for
 * @param figures null when not known
 */
public record StudioState(
        FeedState link,
        Instant since,
        Reason reason,
        String version,
        boolean recordingByItself,
        String scene,
        List<String> scenes,
        Set<RecordingQuality> qualities,
        StudioFigures figures) {

    static StudioState unknown(Instant now) {
        return new StudioState(FeedState.CONNECTING, now, null, null, false, null, List.of(), Set.of(), null);
    }

    public boolean isConnected() {
        return link == FeedState.LIVE;
    }
}
