package club.courtside.obs;

import club.courtside.court.Camera;
import club.courtside.engine.api.Reason;
import club.courtside.session.RecordingQuality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An OBS Studio in the API.
 *
 * @param indicator green: connected; red: recording; amber: something is unusual; grey: not connected
 * @param since when it was connected or lost; null before it was tried
 * @param reason why it is grey or amber, else null
 * @param version of OBS Studio; null while it was never connected
 * @param recordingByItself somebody has started a recording in OBS itself
 * @param scene what it shows; null when not known
 * @param qualities that a recording can be asked for; empty in advanced output mode
 * @param statistics null while it is not connected
 */
public record StudioView(
        UUID courtId,
        String court,
        UUID cameraId,
        UUID clubId,
        boolean connected,
        boolean recording,
        String indicator,
        Instant since,
        Reason reason,
        String version,
        boolean recordingByItself,
        String scene,
        List<String> scenes,
        List<RecordingQuality> qualities,
        StudioFigures statistics) {

    static StudioView of(Camera camera, Optional<StudioState> known, boolean recording) {
        StudioState state = known.orElseGet(() -> StudioState.unknown(null));
        boolean connected = state.isConnected();
        return new StudioView(
                camera.court().id(),
                camera.court().name(),
                camera.id(),
                camera.court().club().id(),
                connected,
                recording,
                indicator(state, recording),
                state.since(),
                state.reason(),
                state.version(),
                state.recordingByItself(),
                state.scene(),
                state.scenes(),
                state.qualities().stream().sorted().toList(),
                connected ? state.figures() : null);
    }

    private static String indicator(StudioState state, boolean recording) {
        if (!state.isConnected()) return recording ? "amber" : "grey";
        if (recording) return "red";
        return state.recordingByItself() ? "amber" : "green";
    }
}
