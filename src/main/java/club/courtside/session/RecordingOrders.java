package club.courtside.session;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.DataFolder;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Tells the engine what shall be recorded until when. Never inside a transaction. */
@ApplicationScoped
public class EngineOrders {

    private final CameraEngine engine;
    private final DataFolder data;

    /** The engine is asked, the database never: these threads need nothing of the server's. */
    private final ExecutorService threads = Executors.newCachedThreadPool(EngineOrders::thread);

    @Inject
    public EngineOrders(CameraEngine engine, DataFolder data) {
        this.engine = engine;
        this.data = data;
    }

    protected EngineOrders() {
        this(null, null);
    }

    private static Thread thread(Runnable call) {
        Thread thread = new Thread(call, "engine order");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins, goes on, or ends, as the recording says; harmless when repeated. */
    RecordingStatus order(Recording recording) {
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

    /** Ends it now; also one that the engine has never heard of, but left a file of. */
    RecordingStatus stop(Recording recording) {
        try {
            return engine.client().stopRecording(recording.id().toString());
        } catch (EngineException refused) {
            if (refused.status() != 404) throw refused;
            return order(recording);
        }
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
