package club.courtside.obs;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.session.RecordingQuality;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How an OBS Studio stands, as pages and programs see it. Written by the studio's thread, read by everybody. */
final class StudioSight {

    private final UUID cameraId;
    private final StudioReports reports;
    private final Clock clock;
    private volatile StudioState state;

    StudioSight(UUID cameraId, StudioReports reports, Clock clock) {
        this.cameraId = cameraId;
        this.reports = reports;
        this.clock = clock;
        this.state = StudioState.unknown(clock.instant());
    }

    StudioState state() {
        return state;
    }

    void connected(String version) {
        tell(new StudioState(
                FeedState.LIVE, clock.instant(), null, version, false, state.scene(), state.scenes(), Set.of(), null));
    }

    void lost(ObsLoss why) {
        if (state.link() == FeedState.LOST && why.code().equals(state.reason().code())) return;
        tell(new StudioState(
                FeedState.LOST,
                clock.instant(),
                StudioReasons.of(why),
                state.version(),
                false,
                null,
                List.of(),
                Set.of(),
                null));
    }

    private void tell(StudioState now) {
        state = now;
        reports.connection(new FeedStatus(
                cameraId.toString(), now.link(), now.since(), now.reason(), null, null, 0, 0, 0, 0, 0, 0));
    }

    /** @param scenes as OBS lists them ({@code GetSceneList}) */
    void shows(JsonNode scenes) {
        List<String> names = new ArrayList<>();
        scenes.path("scenes")
                .forEach(scene -> names.add(0, scene.path("sceneName").asText()));
        state = new StudioState(
                state.link(),
                state.since(),
                state.reason(),
                state.version(),
                state.recordingByItself(),
                scenes.path("currentProgramSceneName").asText(null),
                List.copyOf(names),
                state.qualities(),
                state.figures());
    }

    /** @param byItself it records what nobody here has ordered */
    void counts(StudioFigures figures, Set<RecordingQuality> qualities, boolean byItself) {
        state = new StudioState(
                state.link(),
                state.since(),
                byItself ? StudioReasons.BUSY : null,
                state.version(),
                byItself,
                state.scene(),
                state.scenes(),
                qualities,
                figures);
    }
}
