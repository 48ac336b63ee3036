package club.courtside.session.wall;

import club.courtside.court.CameraState;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One court as one person sees it on the wall.
 *
 * @param number where it stands on the wall, from 1
 * @param cameraId the main camera, null when the court has none
 * @param preview {@code mse} (H.264), {@code jpeg}, or {@code auto} while the camera's codec is not known
 * @param reason why the camera is not there, a code as in {@link club.courtside.engine.api.Reason}; else null
 * @param sessionId the open session, null when there is none
 * @param recording null when nothing is being recorded
 * @param mayRecord may start a recording now
 * @param mayStop may stop and extend the running one
 * @param mayWatch may see the picture
 * @param defaultMinutes how long the club records when nobody says otherwise
 */
public record CourtTile(
        UUID id,
        String name,
        String slug,
        int number,
        UUID clubId,
        String clubName,
        ZoneId clubZone,
        UUID cameraId,
        String preview,
        CameraState state,
        String reason,
        UUID sessionId,
        RecordingFigures recording,
        boolean mayRecord,
        boolean mayStop,
        boolean mayWatch,
        int defaultMinutes) {}
