package club.courtside.session.wall;

import club.courtside.court.CameraState;
import java.util.UUID;

/**
 * One angle of a court as one person sees it on the wall.
 *
 * @param cameraId null when the court has no camera
 * @param name what the club calls it, null when there is none
 * @param preview {@code mse} (H.264), {@code jpeg}, {@code auto} while the camera's codec is not known, or {@code none} for
 *     an OBS Studio
 * @param reason why the camera is not there, a code as in {@link club.courtside.engine.api.Reason}; else null
 * @param recording null when it is not being recorded, or whoever looks may not know what is
 */
public record AngleTile(
        UUID cameraId, String name, String preview, CameraState state, String reason, RecordingFigures recording) {

    /** Of a court without any camera. */
    static AngleTile none() {
        return new AngleTile(null, null, "auto", CameraState.OFFLINE, "no_camera", null);
    }
}
