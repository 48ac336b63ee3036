package club.courtside.media;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One recording: subscribes to a feed, writes exactly one MP4 until its planned end. */
public final class Recording {

    /**
     * @param file the MP4; its folder exists
     * @param endsAt it stops there by itself
     * @param startedAt null for a new recording; after a crash the time its first frame had
     * @param sound keep the camera's audio
     * @param log this recording's own log, null for none
     * @param hevc keep H.265 as it is; otherwise it becomes H.264
     * @param before what was known of it before a crash
     */
    public record Plan(
            String id,
            Path file,
            Instant endsAt,
            Instant startedAt,
            boolean sound,
            Path log,
            boolean hevc,
            Before before) {

        public Plan(String id, Path file, Instant endsAt, Instant startedAt, boolean sound, Path log) {
            this(id, file, endsAt, startedAt, sound, log, false);
        }

        public Plan(String id, Path file, Instant endsAt, Instant startedAt, boolean sound, Path log, boolean hevc) {
            this(id, file, endsAt, startedAt, sound, log, hevc, Before.NOTHING);
        }
    }

    /** What a file does not say of its past. */
    public record Before(List<GapInTime> gaps, int reconnects) {

        public static final Before NOTHING = new Before(List.of(), 0);

        public Before {
            gaps = List.copyOf(gaps);
        }
    }

    public enum State {
        STARTING,
        RECORDING,
        INTERRUPTED,
        FINALIZING,
        COMPLETED,
        FAILED;

        boolean hasEnded() {
            return this == COMPLETED || this == FAILED;
        }
    }

    public record GapInTime(double startSeconds, double seconds, String reason) {}

    /** The fields mean what {@code engine.api.RecordingStatus} says. */
    public record Snapshot(
            State state,
            Instant startedAt,
            Instant endsAt,
            Instant endedAt,
            double elapsedSeconds,
            double deliveredSeconds,
            long bytes,
            long bitsPerSecond,
            long frames,
            long packetsReceived,
            long packetsWritten,
            int reconnects,
            List<GapInTime> gaps,
            Track video,
            Track audio,
            String reasonCode,
            String reason,
            String sha256) {}

    private static final long ANSWER_MILLIS = 900;
    private static final System.Logger LOG = System.getLogger(Recording.class.getName());
    /** Nanoseconds that a packet may wait for the disk before that is told, and that it waits when all is well again. */
    private static final long LAGGING = 4_000_000_000L;

    private static final long WELL = 1_000_000_000L;

    private final Plan plan;
    private final RecordingProgress progress;
    private final RecordingLog log;
    private final CountDownLatch over = new CountDownLatch(1);
    private SubscriberQueue subscription;
    private boolean endWanted;

    private Recording(Plan plan, FeedClock clock, Runnable onChange) {
        this.plan = plan;
        this.progress = new RecordingProgress(plan.endsAt(), plan.before(), clock, onChange);
        this.log = new RecordingLog(plan.id(), plan.log(), clock);
    }

    /**
     * Begins at once, with the running group of pictures when the feed is live. When the file already exists, an engine
     * was killed while it wrote it: the recording goes on in it; if its planned end has passed, it is only put in order.
     *
     * @param onChange its state or one of its figures that rarely change did; called from the recording's threads, must
     *     return at once
     */
    public static Recording start(Plan plan, Feed feed, RecordingTools tools, FeedClock clock, Runnable onChange) {
        if (!plan.endsAt().isAfter(clock.now())) return putInOrder(plan, tools, clock, onChange);
        Recording recording = new Recording(plan, clock, onChange);
        recording.attachTo(feed, recording.recorder(tools, clock, feed::reconnect));
        return recording;
    }

    /** Makes an ordinary MP4 of what a killed engine left behind in the plan's file; no camera is asked. */
    public static Recording putInOrder(Plan plan, RecordingTools tools, FeedClock clock, Runnable onChange) {
        Recording recording = new Recording(plan, clock, onChange);
        background("recording " + plan.id(), recording.recorder(tools, clock, reason -> {})::closed);
        return recording;
    }

    private Recorder recorder(RecordingTools tools, FeedClock clock, Consumer<CameraLost> reconnect) {
        RecordingFile file = new RecordingFile(plan, tools, clock, progress, log);
        return new Recorder(file, clock, progress, log, new Recorder.Wishes() {
            @Override
            public void end() {
                Recording.this.end();
            }

            @Override
            public void reconnect(CameraLost why) {
                reconnect.accept(why);
            }

            @Override
            public void closed() {
                ended();
            }
        });
    }

    /**
     * Finds out whether the disk still takes what arrives; to be called about every second. Waits for nothing, so that a
     * disk that hangs is found by it too.
     */
    public void watch() {
        long lag = lag();
        if (lag > LAGGING && progress.slow(true)) tell("The disk does not take what is recorded; it waits in memory.");
        if (lag < WELL && progress.slow(false)) tell("The disk takes what is recorded again.");
    }

    /** For how many nanoseconds the oldest packet that is not in the file yet has been waiting. */
    public long lag() {
        SubscriberQueue queue;
        synchronized (this) {
            queue = subscription;
        }
        return queue == null ? 0 : queue.lag();
    }

    /** By a thread of its own: it may hang where the file does. */
    private void tell(String sentence) {
        background("lag of " + plan.id(), () -> {
            LOG.log(System.Logger.Level.WARNING, "Recording {0}: {1}", plan.id(), sentence);
            log.say(sentence);
        });
    }

    private synchronized void attachTo(Feed feed, Recorder recorder) {
        subscription = feed.subscribe("recording " + plan.id(), recorder, SubscriberQueue.Limits.FILE);
        if (endWanted) subscription.end();
    }

    private synchronized void end() {
        endWanted = true;
        if (subscription != null) subscription.end();
    }

    /** Moves the planned end. */
    public void endAt(Instant endsAt) {
        progress.endAt(endsAt);
    }

    /** Ends it now; answers within a second whatever the length, if need be while still finalizing. Idempotent. */
    public Snapshot stop() {
        end();
        try {
            over.await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return snapshot();
    }

    public Snapshot snapshot() {
        return progress.snapshot();
    }

    private void ended() {
        over.countDown();
        if (progress.state() == State.COMPLETED) background("fingerprint " + plan.id(), this::fingerprint);
    }

    private void fingerprint() {
        try {
            progress.fingerprint(Fingerprint.of(plan.file()));
        } catch (NoSuchFileException deleted) {
            // Nobody wants it any more.
        } catch (IOException e) {
            log.say("The file cannot be read for its fingerprint: " + e.getMessage());
        }
    }

    private static void background(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }
}
