package club.courtside.session;

import club.courtside.court.Camera;
import club.courtside.court.CameraEngine;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Tells whoever records a camera what shall be recorded until when. Never inside a transaction. */
@ApplicationScoped
public class RecordingOrders {

    private final Iterable<CameraRecorder> recorders;
    private final CameraEngine engine;

    /** Recorders are asked, the database never: these threads need nothing of the server's. */
    private final ExecutorService threads = Executors.newCachedThreadPool(RecordingOrders::thread);

    @Inject
    public RecordingOrders(@Any Instance<CameraRecorder> recorders, CameraEngine engine) {
        this((Iterable<CameraRecorder>) recorders, engine);
    }

    public RecordingOrders(Iterable<CameraRecorder> recorders, CameraEngine engine) {
        this.recorders = recorders;
        this.engine = engine;
    }

    protected RecordingOrders() {
        this(List.of(), null);
    }

    private static Thread thread(Runnable call) {
        Thread thread = new Thread(call, "recording order");
        thread.setDaemon(true);
        return thread;
    }

    private CameraRecorder recorderOf(Camera camera) {
        for (CameraRecorder recorder : recorders) if (recorder.records(camera)) return recorder;
        throw new IllegalStateException("nobody records camera " + camera.id());
    }

    /** @throws club.courtside.platform.ProblemException 422 with the reason why it cannot be recorded now, 503 */
    void check(Camera camera) {
        recorderOf(camera).check(camera);
    }

    /** @see CameraRecorder#qualities */
    public Set<RecordingQuality> qualities(Camera camera) {
        return recorderOf(camera).qualities(camera);
    }

    /** @see CameraRecorder#order */
    RecordingStatus order(Recording recording) {
        return recorderOf(recording.camera()).order(recording);
    }

    /** @see CameraRecorder#stop */
    RecordingStatus stop(Recording recording) {
        return recorderOf(recording.camera()).stop(recording);
    }

    /** {@link #order} for many at the same time; the replies come in the order of the recordings. */
    List<EngineReply> orderAll(List<Recording> recordings) {
        return replies(recordings, this::order);
    }

    /** {@link #stop} for many at the same time: it takes no longer than the slowest of them. */
    List<EngineReply> stopAll(List<Recording> recordings) {
        return replies(recordings, this::stop);
    }

    private List<EngineReply> replies(List<Recording> recordings, Function<Recording, RecordingStatus> call) {
        List<CompletableFuture<EngineReply>> replies = recordings.stream()
                .map(recording -> CompletableFuture.supplyAsync(() -> reply(recording, call), threads))
                .toList();
        return replies.stream().map(CompletableFuture::join).toList();
    }

    private static EngineReply reply(Recording recording, Function<Recording, RecordingStatus> call) {
        try {
            return new EngineReply(recording, call.apply(recording), null);
        } catch (EngineException refusal) {
            return new EngineReply(recording, null, refusal);
        }
    }

    /** Bits a second that these cameras send together, as far as they were measured already. */
    long expectedRate(List<UUID> feedIds) {
        return feedIds.stream().mapToLong(this::rate).sum();
    }

    private long rate(UUID feedId) {
        try {
            long measured = engine.client().feed(feedId.toString()).bitsPerSecond();
            return measured > 0 ? measured : DiskSpace.USUAL_BITS_PER_SECOND;
        } catch (EngineException unknown) {
            return DiskSpace.USUAL_BITS_PER_SECOND;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
