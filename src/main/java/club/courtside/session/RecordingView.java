package club.courtside.session;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.platform.LiveUpdate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A recording as the API shows it.
 *
 * @param startedAt time of the first frame, null before it
 * @param endedAt null while it runs
 * @param elapsedSeconds length of the file so far, gaps included
 * @param frames video frames
 * @param packetsReceived pictures and pieces of sound that the camera delivered; 0 when it was not counted yet
 * @param packetsWritten those of them that are in the file
 * @param deliveredSeconds elapsed without the gaps
 * @param videoId the video in the library; null until there is a first frame
 * @param videoPath relative to the data folder
 * @param reason why it failed, or is interrupted, else null
 * @param sha256 hex; null until some time after the end
 * @param compactedAt when a compact copy took the place of the file: bytes and sha256 are the copy's; else null
 * @param take which start/stop of the session, from 1
 * @param angle which of the take's angles, 1 the main one
 * @param angles the recordings of the take's further angles; absent in these, and when there are none
 */
public record RecordingView(
        UUID id,
        UUID sessionId,
        UUID clubId,
        UUID courtId,
        UUID cameraId,
        String name,
        String startedBy,
        RecordingState state,
        Instant startedAt,
        Instant plannedEndAt,
        Instant endedAt,
        double elapsedSeconds,
        double remainingSeconds,
        long bytes,
        long bitsPerSecond,
        long frames,
        long packetsReceived,
        long packetsWritten,
        int reconnects,
        List<Gap> gaps,
        long plannedSeconds,
        double deliveredSeconds,
        Boolean autoUpload,
        UUID videoId,
        String videoPath,
        String sha256,
        Instant compactedAt,
        Reason reason,
        int take,
        int angle,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RecordingView> angles) {

    /** The main angle's recording with those of the further angles. */
    public static RecordingView of(Take take, Instant now) {
        List<RecordingView> others = take.others().stream()
                .map(recording -> of(recording, List.of(), now))
                .toList();
        return of(take.main(), others, now);
    }

    public static RecordingView of(Recording recording, Instant now) {
        return of(recording, List.of(), now);
    }

    /** For whoever runs the club and whoever started it. */
    static LiveUpdate update(String event, Recording recording, Instant now) {
        return new LiveUpdate(
                event, recording.session().club().id(), recording.startedBy().id(), of(recording, now));
    }

    private static RecordingView of(Recording recording, List<RecordingView> angles, Instant now) {
        Session session = recording.session();
        Delivery delivery = recording.delivery();
        return new RecordingView(
                recording.id(),
                session.id(),
                session.club().id(),
                session.court() == null ? null : session.court().id(),
                recording.camera() == null ? null : recording.camera().id(),
                recording.name(),
                recording.startedBy().displayName(),
                recording.state(),
                recording.startedAt(),
                recording.plannedEndAt(),
                recording.endedAt(),
                delivery.elapsedSeconds(),
                recording.remainingSeconds(now),
                delivery.bytes(),
                delivery.bitsPerSecond(),
                delivery.frames(),
                delivery.packetsReceived(),
                delivery.packetsWritten(),
                delivery.reconnects(),
                recording.gaps(),
                recording.plannedSeconds(),
                delivery.deliveredSeconds(),
                recording.autoUpload(),
                recording.startedAt() == null ? null : recording.id(),
                recording.file(),
                recording.sha256(),
                recording.compactedAt(),
                recording.reason(),
                recording.take(),
                recording.angle(),
                angles);
    }
}
