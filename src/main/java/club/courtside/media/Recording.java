package club.courtside.media;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** One recording: subscribes to a feed, writes exactly one MP4 until its planned end. */
public final class Recording {

    /**
     * @param file the MP4; its folder exists
     * @param endsAt it stops there by itself
     * @param startedAt null for a new recording; after a crash the time its first frame had
     * @param sound keep the camera's audio
     * @param log this recording's own log, null for none
     */
    public record Plan(String id, Path file, Instant endsAt, Instant startedAt, boolean sound, Path log) {}

    public enum State {
        STARTING,
        RECORDING,
        INTERRUPTED,
        FINALIZING,
        COMPLETED,
        FAILED
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

    public static Recording start(Plan plan, Feed feed, RecordingTools tools, FeedClock clock, Runnable onChange) {
        throw new UnsupportedOperationException("in work");
    }

    /** Moves the planned end. */
    public void endAt(Instant endsAt) {
        throw new UnsupportedOperationException("in work");
    }

    /** Ends it now; answers within a second whatever the length. Idempotent. */
    public Snapshot stop() {
        throw new UnsupportedOperationException("in work");
    }

    public Snapshot snapshot() {
        throw new UnsupportedOperationException("in work");
    }
}
