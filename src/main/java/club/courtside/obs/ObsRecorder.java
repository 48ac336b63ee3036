package club.courtside.obs;

import club.courtside.court.Camera;
import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.platform.DataFolder;
import club.courtside.platform.ProblemException;
import club.courtside.session.CameraRecorder;
import club.courtside.session.Recording;
import club.courtside.session.RecordingQuality;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Records the courts that have an OBS Studio. */
@ApplicationScoped
public class ObsRecorder implements CameraRecorder {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Studios studios;
    private final DataFolder data;

    @Inject
    public ObsRecorder(Studios studios, DataFolder data) {
        this.studios = studios;
        this.data = data;
    }

    protected ObsRecorder() {
        this(null, null);
    }

    @Override
    public boolean records(Camera camera) {
        return camera != null && camera.recordsItself();
    }

    @Override
    public void check(Camera camera) {
        Studio studio = studios.of(camera.id())
                .orElseThrow(() -> ProblemException.unusable("camera_id", "not_found", "there is no such OBS Studio"));
        long end = System.nanoTime() + TO_CONNECT.toNanos();
        while (studio.state().link() == FeedState.CONNECTING && System.nanoTime() - end < 0)
            LockSupport.parkNanos(GLANCE.toNanos());
        StudioState state = studio.state();
        if (!state.isConnected() || state.recordingByItself()) {
            Reason why = state.reason() == null ? StudioReasons.of(ObsLoss.SILENT) : state.reason();
            throw ProblemException.unusable("camera_id", why.code(), why.message());
        }
    }

    @Override
    public Set<RecordingQuality> qualities(Camera camera) {
        return studios.state(camera.id()).map(StudioState::qualities).orElse(Set.of());
    }

    @Override
    public RecordingStatus order(Recording recording) {
        return answer(studio(recording.feedId()).order(StudioOrder.of(recording, data.root())));
    }

    @Override
    public RecordingStatus stop(Recording recording) {
        return answer(studio(recording.feedId()).stop(StudioOrder.of(recording, data.root())));
    }

    private Studio studio(UUID cameraId) {
        return studios.of(cameraId)
                .orElseThrow(() -> StudioReasons.refusal(new Reason("not_found", "there is no such OBS Studio")));
    }

    /** @throws EngineException what it failed with; unavailable when it does not answer now */
    static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(TO_ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException refused) throw refused;
            throw new EngineException("OBS Studio could not be asked", e);
        } catch (TimeoutException e) {
            throw new EngineException("OBS Studio does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("OBS Studio was not waited for", e);
        }
    }
}
