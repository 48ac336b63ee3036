package club.courtside.upload;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.platform.CurrentSettings;
import club.courtside.settings.Setting;
import club.courtside.upload.target.TargetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the line is poor a smaller copy goes to the processing server instead of the file, by {@code VULTR_COMPRESS}. It is
 * made for one upload and goes with it; the file stays as it is, and is sent itself when no smaller copy can be made.
 */
@ApplicationScoped
public class Compression {

    private static final Logger LOG = Logger.getLogger(Compression.class.getName());

    private final VideoFiles files;
    private final CameraEngine engine;
    private final CurrentSettings settings;

    @Inject
    public Compression(VideoFiles files, CameraEngine engine, CurrentSettings settings) {
        this.files = files;
        this.engine = engine;
        this.settings = settings;
    }

    protected Compression() {
        this(null, null, null);
    }

    private boolean isWanted(Upload upload) {
        return upload.target() == TargetKind.PROCESSING_SERVER
                && settings.all()
                        .get(Setting.VULTR_COMPRESS)
                        .map(Boolean::parseBoolean)
                        .orElse(false);
    }

    /**
     * Whether it is settled which file goes; the engine is at it until then.
     *
     * @throws EngineException unavailable, while there is no engine
     */
    boolean isReady(Upload upload) {
        Path file = files.of(upload.video());
        Path copy = copyOf(upload);
        if (!isWanted(upload) || Files.exists(copy) || !Files.exists(file)) return true;
        EngineClient client = engine.client();
        TaskStatus status;
        try {
            status = client.putTask(task(upload), TranscodeSpec.compact(file.toString(), copy.toString()));
        } catch (EngineException e) {
            if (e.isUnavailable()) throw e;
            return true;
        }
        if (!status.state().hasEnded()) return false;
        if (status.state() == TaskState.DONE) client.deleteTask(task(upload));
        return true;
    }

    /** What goes: the copy, if there is one that is worth it, else the file. */
    Path fileOf(Upload upload) throws IOException {
        Path file = files.of(upload.video());
        Path copy = copyOf(upload);
        return Files.exists(copy) && Files.size(copy) < Files.size(file) ? copy : file;
    }

    /** The upload is over: so is its copy. */
    void forget(Upload upload) {
        try {
            Files.deleteIfExists(copyOf(upload));
            engine.connected().ifPresent(client -> client.deleteTask(task(upload)));
        } catch (IOException | EngineException e) {
            LOG.log(Level.INFO, "The copy that upload " + upload.id() + " was sent as goes with its video", e);
        }
    }

    private Path copyOf(Upload upload) {
        Video video = upload.video();
        return files.sentCopyOf(video.club().id(), video.id(), upload.id());
    }

    private static String task(Upload upload) {
        return new UUID(upload.id().getMostSignificantBits(), ~upload.id().getLeastSignificantBits()).toString();
    }
}
