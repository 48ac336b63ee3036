package club.courtside.health;

import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import java.util.Locale;

/**
 * What came of trying a camera.
 *
 * @param stage how far it is
 * @param video what it sends; null unless it was seen
 * @param reason why it cannot be used; null unless refused
 */
public record CameraFinding(Stage stage, MediaTrack video, Reason reason) {

    public enum Stage {
        /** Its turn comes. */
        WAITING,
        TRYING,
        /** It was connected already, and was left alone. */
        LIVE,
        SEEN,
        REFUSED
    }

    static final CameraFinding WAITING = new CameraFinding(Stage.WAITING, null, null);
    static final CameraFinding TRYING = new CameraFinding(Stage.TRYING, null, null);

    static CameraFinding live(FeedStatus feed) {
        return new CameraFinding(Stage.LIVE, feed.video(), null);
    }

    static CameraFinding seen(FeedStatus feed) {
        return new CameraFinding(Stage.SEEN, feed.video(), null);
    }

    static CameraFinding refused(Reason why) {
        return new CameraFinding(Stage.REFUSED, null, why);
    }

    public boolean isOver() {
        return stage != Stage.WAITING && stage != Stage.TRYING;
    }

    /** As {@code H264 · 1280 × 720}; null when nothing was seen of it, as of an OBS Studio. */
    public String getPicture() {
        return video == null
                ? null
                : "%s · %d × %d".formatted(video.codec().toUpperCase(Locale.ROOT), video.width(), video.height());
    }
}
