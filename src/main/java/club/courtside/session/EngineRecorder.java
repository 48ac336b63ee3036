package club.courtside.session;

import club.courtside.court.Camera;
import club.courtside.court.CameraEngine;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Records whatever sends a stream. */
@ApplicationScoped
public class EngineRecorder implements CameraRecorder {

    private final CameraEngine engine;
    private final SessionFeeds feeds;
    private final DataFolder data;

    @Inject
    public EngineRecorder(CameraEngine engine, SessionFeeds feeds, DataFolder data) {
        this.engine = engine;
        this.feeds = feeds;
        this.data = data;
    }

    protected EngineRecorder() {
        this(null, null, null);
    }

    @Override
    public boolean records(Camera camera) {
        return camera == null || !camera.recordsItself();
    }

    @Override
    public void check(Camera camera) {
        feeds.check(camera.id());
    }

    @Override
    public RecordingStatus order(Recording recording) {
        Session session = recording.session();
        data.videos(session.club().id());
        return engine.client()
                .putRecording(
                        recording.id().toString(),
                        new RecordingSpec(
                                recording.feedId().toString(),
                                data.root().resolve(recording.file()).toString(),
                                recording.shallEndAt(),
                                recording.startedAt(),
                                recording.sound(),
                                data.videoLogs().resolve(session.id() + ".log").toString(),
                                session.club().allowsHevc(),
                                recording.gaps(),
                                recording.delivery().reconnects()));
    }

    @Override
    public RecordingStatus stop(Recording recording) {
        try {
            return engine.client().stopRecording(recording.id().toString());
        } catch (EngineException refused) {
            if (refused.status() != 404) throw refused;
            return order(recording);
        }
    }
}
