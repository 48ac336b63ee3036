package club.courtside.session;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells the engine what shall be recorded until when. Never inside a transaction. */
@ApplicationScoped
public class EngineOrders {

    private final CameraEngine engine;
    private final DataFolder data;

    @Inject
    public EngineOrders(CameraEngine engine, DataFolder data) {
        this.engine = engine;
        this.data = data;
    }

    protected EngineOrders() {
        this(null, null);
    }

    /** Begins, goes on, or ends, as the recording says; harmless when repeated. */
    RecordingStatus order(Recording recording) {
        Session session = recording.session();
        data.videos(session.club().id());
        return engine.client()
                .putRecording(
                        recording.id().toString(),
                        new RecordingSpec(
                                session.feedId().toString(),
                                data.root().resolve(recording.file()).toString(),
                                recording.shallEndAt(),
                                recording.startedAt(),
                                recording.sound(),
                                data.videoLogs().resolve(session.id() + ".log").toString(),
                                session.club().allowsHevc(),
                                recording.gaps(),
                                recording.delivery().reconnects()));
    }

    /** Ends it now; also one that the engine has never heard of, but left a file of. */
    RecordingStatus stop(Recording recording) {
        try {
            return engine.client().stopRecording(recording.id().toString());
        } catch (EngineException refused) {
            if (refused.status() != 404) throw refused;
            return order(recording);
        }
    }

    /** Bits a second that the camera sends, 0 when it is not known. */
    long measuredRate(UUID feedId) {
        try {
            return engine.client().feed(feedId.toString()).bitsPerSecond();
        } catch (EngineException unknown) {
            return 0;
        }
    }
}
