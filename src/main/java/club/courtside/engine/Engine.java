package club.courtside.engine;

import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RelayStatus;
import club.courtside.media.CameraAddress;
import club.courtside.media.FeedState;
import club.courtside.media.Recording;
import club.courtside.media.relay.Relay;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What shall be connected and recorded, and is. Callers say what they want as often as they like; the same wish twice
 * changes nothing. Nothing is kept across restarts: after a crash the wishes are sent again.
 */
final class Engine implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Engine.class.getName());

    private static final long ENDING_MILLIS = 30_000;

    private final MediaParts parts;
    private final Events events;
    private final Relay relay;
    private final int mostViewers;
    private final Map<String, EngineFeed> feeds = new ConcurrentHashMap<>();
    private final Map<String, EngineRecording> recordings = new ConcurrentHashMap<>();
    private volatile boolean ending;

    Engine(MediaParts parts, Events events, Relay relay, int mostViewers) {
        this.parts = parts;
        this.events = events;
        this.relay = relay;
        this.mostViewers = mostViewers;
    }

    synchronized FeedStatus putFeed(String id, FeedSpec spec) {
        refuseWhenEnding();
        CameraAddress address = EngineFeed.address(spec);
        EngineFeed feed = feeds.get(id);
        if (feed == null) {
            feed = new EngineFeed(id, address, parts, relay, mostViewers, () -> events.feedChanged(id));
            feeds.put(id, feed);
            feed.publish(spec);
            feed.keepOpen(spec.keepOpen());
            events.feedChanged(id);
        } else {
            feed.change(spec);
        }
        return feed.status();
    }

    EngineFeed feed(String id) {
        EngineFeed feed = feeds.get(id);
        if (feed == null) throw Problem.unknown("feed " + id);
        return feed;
    }

    void deleteFeed(String id) {
        EngineFeed feed;
        synchronized (this) {
            feed = feed(id);
            if (recordings.values().stream().anyMatch(r -> r.spec().feedId().equals(id) && r.isRunning()))
                throw Problem.conflict("feed " + id + " is being recorded");
            feeds.remove(id);
        }
        feed.close();
    }

    /** Connects to a camera that is not a feed, and leaves it again. */
    FeedStatus check(FeedSpec spec, Duration timeout, int attempts) throws InterruptedException {
        refuseWhenEnding();
        String id = "check-" + UUID.randomUUID();
        try (var feed = new EngineFeed(id, EngineFeed.address(spec), parts, relay, mostViewers, () -> {})) {
            return feed.awaitLive(timeout, attempts);
        }
    }

    /** Looks at the file's folder before it locks anything: a disk that hangs must not hold up the other recordings. */
    RecordingStatus putRecording(String id, RecordingSpec spec) {
        return putRecording(id, spec, fileOf(spec));
    }

    private synchronized RecordingStatus putRecording(String id, RecordingSpec spec, Path file) {
        EngineRecording known = recordings.get(id);
        if (known != null) return change(known, spec);
        refuseWhenEnding();
        if (recordings.values().stream().anyMatch(r -> r.spec().file().equals(spec.file()) && r.isRunning()))
            throw Problem.conflict("another recording writes to that file");
        EngineFeed feed = feed(spec.feedId());
        Path log = spec.log() == null ? null : Path.of(spec.log());
        var plan = new Recording.Plan(
                id, file, spec.endsAt(), spec.startedAt(), spec.sound(), log, spec.hevc(), Statuses.before(spec));
        var started = Recording.start(
                plan, feed.feed(), parts.recordings(), parts.clock(), () -> events.recordingChanged(id));
        var recording = new EngineRecording(id, spec, started);
        recordings.put(id, recording);
        events.recordingChanged(id);
        LOG.log(System.Logger.Level.INFO, "recording {0} of feed {1} until {2}", id, spec.feedId(), spec.endsAt());
        return recording.status();
    }

    private static RecordingStatus change(EngineRecording known, RecordingSpec spec) {
        if (!known.isSame(spec)) throw Problem.conflict("recording " + known.id() + " has another feed or file");
        RecordingStatus status = known.status();
        if (status.state().hasEnded() || spec.endsAt().equals(status.endsAt())) return status;
        known.recording().endAt(spec.endsAt());
        return known.status();
    }

    private static Path fileOf(RecordingSpec spec) {
        if (spec.feedId() == null || spec.file() == null || spec.endsAt() == null)
            throw Problem.badRequest("a recording needs feed_id, file and ends_at");
        try {
            Path file = Path.of(spec.file());
            if (file.isAbsolute() && Files.isDirectory(file.getParent())) return file;
        } catch (InvalidPathException e) {
            throw Problem.badRequest("file is no valid path");
        }
        throw Problem.badRequest("file must be an absolute path in a folder that exists");
    }

    EngineRecording recording(String id) {
        EngineRecording recording = recordings.get(id);
        if (recording == null) throw Problem.unknown("recording " + id);
        return recording;
    }

    synchronized void deleteRecording(String id) {
        if (recording(id).isRunning()) throw Problem.conflict("recording " + id + " is running");
        recordings.remove(id);
    }

    List<FeedStatus> feedStatuses() {
        return feeds.values().stream().map(EngineFeed::status).toList();
    }

    List<RecordingStatus> recordingStatuses() {
        return recordings.values().stream().map(EngineRecording::status).toList();
    }

    RelayStatus relayStatus() {
        Reason reason = relay.problem()
                .map(problem -> new Reason("unreachable", problem))
                .orElse(null);
        return new RelayStatus(relay.host(), relay.port(), relay.readers(), reason);
    }

    /** Looks for what stands still though it should not. */
    void watch() {
        feeds.values().forEach(feed -> feed.feed().watch());
        recordings.values().forEach(recording -> recording.recording().watch());
    }

    /** How far the recording that is furthest behind is behind, ns. */
    long lag() {
        return recordings.values().stream()
                .filter(EngineRecording::isRunning)
                .mapToLong(r -> r.recording().lag())
                .max()
                .orElse(0);
    }

    /** Somebody would miss it if the machine had no time for cameras. */
    boolean isBusyWithCameras() {
        return isRecording()
                || feeds.values().stream()
                        .anyMatch(feed -> feed.feed().snapshot().state() == FeedState.LIVE);
    }

    boolean isRecording() {
        return recordings.values().stream().anyMatch(EngineRecording::isRunning);
    }

    boolean isWriting(Path file) {
        return recordings.values().stream()
                .anyMatch(r -> Path.of(r.spec().file()).equals(file) && r.isRunning());
    }

    String mediaVersion() {
        return parts.version();
    }

    private void refuseWhenEnding() {
        if (ending) throw Problem.shuttingDown();
    }

    /** Finishes what is recorded, at the same time, then disconnects. */
    @Override
    public void close() {
        synchronized (this) {
            ending = true;
        }
        List<Thread> work = new ArrayList<>();
        recordings.values().stream()
                .filter(EngineRecording::isRunning)
                .forEach(r -> work.add(start(
                        "finish " + r.id(),
                        () -> LOG.log(
                                System.Logger.Level.INFO,
                                "recording {0} is {1}",
                                r.id(),
                                r.finish().state()))));
        join(work);
        relay.close();
        feeds.values().forEach(feed -> work.add(start("disconnect", feed::close)));
        join(work);
    }

    private static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.start();
        return thread;
    }

    private static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) thread.join(ENDING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
