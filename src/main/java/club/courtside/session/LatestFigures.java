package club.courtside.session;

import club.courtside.engine.api.RecordingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the engine said last of each running recording: newer by seconds than what is written down. */
@ApplicationScoped
public class LatestFigures {

    private final Map<UUID, RecordingStatus> latest = new ConcurrentHashMap<>();

    void put(UUID recordingId, RecordingStatus status) {
        if (status.state().hasEnded()) latest.remove(recordingId);
        else latest.put(recordingId, status);
    }

    /** The take as it stands this second. */
    public Take refresh(Take take) {
        return take.with(this::refresh);
    }

    /** The recording as it stands this second; it must not belong to a transaction. */
    public Recording refresh(Recording recording) {
        RecordingStatus status = latest.get(recording.id());
        if (status != null) recording.follow(status);
        return recording;
    }
}
