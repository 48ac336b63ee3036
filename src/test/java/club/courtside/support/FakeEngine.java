package club.courtside.support;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.api.ExamineSpec;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.FileForm;
import club.courtside.engine.api.JoinSpec;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayReader;
import club.courtside.engine.api.RelayStatus;
import club.courtside.engine.api.StripSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.ThumbnailSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An engine without cameras: it remembers what it was told and says what a test wants to hear. */
public final class FakeEngine implements EngineClient {

    private static final MediaTrack H264 = new MediaTrack("h264", 1280, 720, 0, 0);
    private static final MediaTrack AAC = new MediaTrack("aac", 0, 0, 48_000, 1);

    /** What its files contain. */
    public static final String MATCH = "a match";

    public static final String ELSEWHERE = "in another container";
    public static final String UNPLAYABLE = "in a form of its own";
    public static final String INSTANT = "over at once";
    public static final String FINISHED = MATCH + ", put in order";
    public static final String SHA_256 = "ab".repeat(32);

    public final Map<String, RecordingSpec> recordings = Collections.synchronizedMap(new LinkedHashMap<>());
    public final Map<String, RecordingStatus> ended = Collections.synchronizedMap(new LinkedHashMap<>());
    public final Map<String, FeedSpec> feeds = new LinkedHashMap<>();
    public final List<String> finished = new ArrayList<>();
    public final List<ThumbnailSpec> thumbnails = new ArrayList<>();

    /** What was ordered, and how it stands: a test may say that it is done. */
    public final Map<String, TaskSpec> tasks = Collections.synchronizedMap(new LinkedHashMap<>());

    public final Map<String, TaskStatus> taskStatuses = Collections.synchronizedMap(new LinkedHashMap<>());
    public final List<StripSpec> strips = new ArrayList<>();
    private final Clock clock;
    public final Map<String, RelayAnswer> relayAnswers = new LinkedHashMap<>();
    public final List<RelayReader> relayReaders = new ArrayList<>();
    private final RelayStatus relay = new RelayStatus("127.0.0.1", 8554, 0, null);
    private Consumer<FeedSpec> watcher = spec -> {};
    private Reason refusal;
    private boolean later;
    private Consumer<Path> pencil = to -> {};
    private final Map<String, Reason> refusals = new ConcurrentHashMap<>();
    private volatile CountDownLatch stops = new CountDownLatch(0);

    public FakeEngine(Clock clock) {
        this.clock = clock;
    }

    /** From now on it refuses everything with 422; null ends that. */
    public void refuses(Reason reason) {
        refusal = reason;
    }

    /** The same for one camera. */
    public void refuses(String feedId, Reason reason) {
        refusals.put(feedId, reason);
    }

    /** From now on no stop is answered before so many have been asked for. */
    public void answersStopsTogether(int count) {
        stops = new CountDownLatch(count);
    }

    /** From now on a stop is answered while the file is still being finished. */
    public void finishesLater() {
        later = true;
    }

    /** What becomes of a file that shall be a video's picture. */
    public void draws(Consumer<Path> how) {
        pencil = how;
    }

    /** Of every camera it is told of from now on. */
    public void sees(Consumer<FeedSpec> tell) {
        watcher = tell;
    }

    /** As after a crash: it knows nothing any more. */
    public void forgetsEverything() {
        recordings.clear();
        ended.clear();
        feeds.clear();
        tasks.clear();
        taskStatuses.clear();
    }

    private void refuseIfTold(String feedId) {
        if (refusals.containsKey(feedId)) throw new EngineException(422, refusals.get(feedId));
    }

    private void refuseIfTold() {
        if (refusal != null) throw new EngineException(422, refusal);
    }

    public RecordingStatus status(String id, RecordingState state, Instant startedAt, double seconds) {
        return status(id, recordings.get(id), state, startedAt, seconds, null);
    }

    /** The same, with a fingerprint. */
    public RecordingStatus with(RecordingStatus ended, String sha256) {
        String id = ended.id();
        return status(id, recordings.get(id), ended.state(), ended.startedAt(), ended.elapsedSeconds(), sha256);
    }

    private RecordingStatus status(
            String id, RecordingSpec spec, RecordingState state, Instant startedAt, double seconds, String sha256) {
        long bytes = state.hasEnded() ? Path.of(spec.file()).toFile().length() : (long) (seconds * 500_000);
        return new RecordingStatus(
                id,
                spec.feedId(),
                spec.file(),
                state,
                startedAt,
                spec.endsAt(),
                state.hasEnded() ? clock.instant() : null,
                seconds,
                seconds,
                bytes,
                4_000_000,
                (long) (seconds * 25),
                (long) (seconds * 72),
                (long) (seconds * 72),
                0,
                List.of(),
                H264,
                AAC,
                null,
                sha256);
    }

    @Override
    public EngineStatus status() {
        List<RecordingStatus> all = new ArrayList<>(ended.values());
        recordings.keySet().stream()
                .filter(id -> !ended.containsKey(id))
                .map(id -> status(id, RecordingState.RECORDING, clock.instant(), 1))
                .forEach(all::add);
        return new EngineStatus("test", "test", 1, clock.instant(), List.of(), all, relay);
    }

    @Override
    public FeedStatus putFeed(String id, FeedSpec spec) {
        feeds.put(id, spec);
        watcher.accept(spec);
        return feed(id);
    }

    @Override
    public FeedStatus feed(String id) {
        return new FeedStatus(id, FeedState.LIVE, clock.instant(), null, H264, AAC, 4_000_000, 25, 1, 1, 0, 0);
    }

    @Override
    public void deleteFeed(String id) {
        feeds.remove(id);
    }

    @Override
    public FeedStatus checkFeed(String id, Duration timeout, int attempts) {
        refuseIfTold();
        refuseIfTold(id);
        return feed(id);
    }

    @Override
    public FeedStatus check(FeedSpec spec, Duration timeout, int attempts) {
        refuseIfTold();
        return feed("unnamed");
    }

    @Override
    public RecordingStatus putRecording(String id, RecordingSpec spec) {
        refuseIfTold();
        refuseIfTold(spec.feedId());
        recordings.put(id, spec);
        if (!spec.endsAt().isAfter(clock.instant())) return end(id);
        return status(id, RecordingState.STARTING, spec.startedAt(), 0);
    }

    @Override
    public RecordingStatus recording(String id) {
        if (!recordings.containsKey(id)) throw unknown();
        return status(id, RecordingState.RECORDING, clock.instant(), 1);
    }

    @Override
    public RecordingStatus stopRecording(String id) {
        if (!recordings.containsKey(id)) throw unknown();
        awaitTheOtherStops();
        if (later)
            return status(id, RecordingState.FINALIZING, recordings.get(id).startedAt(), 12);
        return end(id);
    }

    private void awaitTheOtherStops() {
        stops.countDown();
        try {
            if (!stops.await(60, TimeUnit.SECONDS)) throw new AssertionError("the stops came one after the other");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RecordingStatus end(String id) {
        try {
            Files.writeString(Path.of(recordings.get(id).file()), MATCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant started = recordings.get(id).startedAt();
        ended.put(id, status(id, RecordingState.COMPLETED, started == null ? clock.instant() : started, 12));
        return ended.get(id);
    }

    private static EngineException unknown() {
        return new EngineException(404, new Reason("not_found", "no such recording"));
    }

    @Override
    public void deleteRecording(String id) {
        recordings.remove(id);
        ended.remove(id);
    }

    /** Whatever begins like a match is one, of 12 s. */
    @Override
    public MediaInfo probe(String file) {
        refuseIfTold();
        try {
            String content = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
            if (!content.startsWith(MATCH)) throw new EngineException(422, new Reason("no_video", "no video"));
            return new MediaInfo(12, content.length(), H264, AAC);
        } catch (IOException e) {
            throw new EngineException(422, new Reason("not_found", "the file does not exist"));
        }
    }

    /** As if there were the first piece only. */
    @Override
    public Examined join(JoinSpec spec) {
        return examine(new ExamineSpec(spec.pieces().get(0).file(), spec.to(), 0));
    }

    /** Like {@link #probe}; what says that it needs another container gets one, what says that it is over has no length. */
    @Override
    public Examined examine(ExamineSpec spec) {
        MediaInfo info = probe(spec.file());
        if (spec.leastSeconds() > 0 && contentOf(spec.file()).contains(INSTANT))
            throw new EngineException(422, new Reason("too_short", "it lasts 0.0 s"));
        boolean repacked = spec.to() != null && contentOf(spec.file()).contains(ELSEWHERE);
        boolean original = contentOf(spec.file()).contains(UNPLAYABLE);
        try {
            if (repacked) Files.writeString(Path.of(spec.to()), MATCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Examined(
                repacked ? probe(spec.to()) : info,
                repacked ? FileForm.REPACKED : original ? FileForm.ORIGINAL : FileForm.PLAYABLE,
                original ? "mkv" : "mp4",
                null);
    }

    private static String contentOf(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever was left behind becomes {@link #FINISHED}. */
    @Override
    public RecordingStatus finish(String file) {
        refuseIfTold();
        finished.add(file);
        try {
            Files.deleteIfExists(Path.of(file.replaceFirst("\\.mp4$", ".crash.mp4")));
            Files.writeString(Path.of(file), FINISHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RecordingSpec spec = new RecordingSpec(null, file, clock.instant(), null, true, null);
        return status("unfinished", spec, RecordingState.COMPLETED, clock.instant(), 12, SHA_256);
    }

    @Override
    public void thumbnail(ThumbnailSpec spec) {
        refuseIfTold();
        thumbnails.add(spec);
        pencil.accept(Path.of(spec.to()));
    }

    @Override
    public TaskStatus putTask(String id, TaskSpec spec) {
        refuseIfTold();
        tasks.put(id, spec);
        return taskStatuses.computeIfAbsent(id, fresh -> new TaskStatus(fresh, TaskState.WAITING, 0, null, null));
    }

    @Override
    public TaskStatus task(String id) {
        TaskStatus status = taskStatuses.get(id);
        if (status == null) throw new EngineException(404, new Reason("not_found", "no such task"));
        return status;
    }

    @Override
    public List<TaskStatus> tasks() {
        return List.copyOf(taskStatuses.values());
    }

    @Override
    public void deleteTask(String id) {
        tasks.remove(id);
        taskStatuses.remove(id);
    }

    @Override
    public void strip(StripSpec spec) {
        refuseIfTold();
        strips.add(spec);
    }

    @Override
    public void answerRelayLogin(String id, RelayAnswer answer) {
        relayAnswers.put(id, answer);
    }

    @Override
    public List<RelayReader> relayReaders() {
        return List.copyOf(relayReaders);
    }

    @Override
    public void endRelayReader(String id) {
        relayReaders.removeIf(reader -> reader.id().equals(id));
    }

    @Override
    public byte[] snapshot(String feedId, int width) {
        return new byte[] {1, 2, 3};
    }

    @Override
    public CompletionStage<Live> live(String feedId, String kind, Map<String, String> query) {
        throw new UnsupportedOperationException("no test needs it");
    }

    @Override
    public void events(Consumer<EngineEvent> to) {
        throw new UnsupportedOperationException("a test fires them itself");
    }

    @Override
    public void shutdown() {}
}
