package club.courtside.session;

import club.courtside.court.Camera;
import club.courtside.engine.api.RecordingStatus;
import java.util.Set;

/**
 * Who records a camera: the engine, or a program that records by itself. It is told what shall be, as often as anybody
 * likes, and reports what is as the engine does, by {@link club.courtside.engine.api.EngineEvent}. All calls throw {@link
 * club.courtside.engine.client.EngineException}: unavailable when it shall be told again later, else a refusal for good.
 * Never inside a transaction.
 */
public interface CameraRecorder {

    /** @param camera null for one that belongs to no court */
    boolean records(Camera camera);

    /** @throws club.courtside.platform.ProblemException 422 with the reason why nothing can be recorded now, 503 */
    void check(Camera camera);

    /** What it can be asked for now; empty where there is nothing to choose. */
    default Set<RecordingQuality> qualities(Camera camera) {
        return Set.of();
    }

    /** Begins, goes on, or ends, as the recording says; harmless when repeated. */
    RecordingStatus order(Recording recording);

    /** Ends it now; also one that this recorder has never heard of, but left a file of. */
    RecordingStatus stop(Recording recording);
}
