package club.courtside.session.wall;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.session.Delivery;
import club.courtside.session.Recording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A recording as a court's tile shows it, while its take runs.
 *
 * @param startedBy display name
 * @param startedAt time of the first frame; null before it
 * @param reason why it failed or is interrupted, else null
 */
public record RecordingFigures(
        UUID id,
        String name,
        String startedBy,
        RecordingState state,
        Instant startedAt,
        Instant plannedEndAt,
        long plannedSeconds,
        double elapsedSeconds,
        double remainingSeconds,
        long bytes,
        long bitsPerSecond,
        long frames,
        int reconnects,
        List<Gap> gaps,
        Reason reason) {

    static RecordingFigures of(Recording recording, Instant now) {
        Delivery delivery = recording.delivery();
        return new RecordingFigures(
                recording.id(),
                recording.name(),
                recording.startedBy().displayName(),
                recording.state(),
                recording.startedAt(),
                recording.plannedEndAt(),
                recording.plannedSeconds(),
                delivery.elapsedSeconds(),
                recording.remainingSeconds(now),
                delivery.bytes(),
                delivery.bitsPerSecond(),
                delivery.frames(),
                delivery.reconnects(),
                recording.gaps(),
                recording.reason());
    }
}
