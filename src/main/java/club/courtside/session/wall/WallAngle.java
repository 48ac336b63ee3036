package club.courtside.session.wall;

import club.courtside.court.CameraState;
import club.courtside.platform.Badge;
import java.util.UUID;

/** One angle of a court as the wall offers it: its name, and its state in one badge. */
public final class WallAngle {
    private final AngleTile angle;
    private final boolean shown;

    WallAngle(AngleTile angle, boolean shown) {
        this.angle = angle;
        this.shown = shown;
    }

    public UUID getCamera() {
        return angle.cameraId();
    }

    public String getName() {
        return angle.name();
    }

    /** How the picture comes: {@code mse}, {@code jpeg} or {@code auto}. */
    public String getPreview() {
        return angle.preview();
    }

    /** The recording's state while there is one, else the camera's. */
    public Badge getBadge() {
        if (isRecording() && !isLost()) return Badge.of(angle.recording().state());
        return isStudio() && angle.state() == CameraState.LIVE ? Badge.IDLE : Badge.of(angle.state());
    }

    /** An OBS Studio: there is no picture of it here. */
    public boolean isStudio() {
        return "none".equals(angle.preview());
    }

    boolean isRecording() {
        return angle.recording() != null;
    }

    /** Null when it is not being recorded. */
    public RecordingFigures getFigures() {
        return angle.recording();
    }

    /** The camera is away while it should be recorded. */
    public boolean isLost() {
        return angle.state() == CameraState.INTERRUPTED;
    }

    public boolean isOffline() {
        return getBadge() == Badge.OFFLINE;
    }

    /** Somebody should look at this camera. */
    public boolean isTroubled() {
        return isLost() || isOffline() || getBadge() == Badge.FAILED;
    }

    /** Whether its picture is the one on the tile. */
    public boolean isShown() {
        return shown;
    }

    /** Key of the words for why. */
    public String getReason() {
        return "reason." + reason();
    }

    /** Key of fewer words for it. */
    public String getShortReason() {
        return "gap." + reason();
    }

    private String reason() {
        return angle.reason() == null ? "unknown" : angle.reason();
    }
}
