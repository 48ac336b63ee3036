package club.courtside.obs;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.obs.StudioFiles.Taken;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One recording that an OBS Studio makes, or has made. Belongs to the studio's thread. */
final class StudioTake {

    private final UUID feedId;
    private StudioOrder order;
    private RecordingState state = RecordingState.STARTING;
    private Instant startedAt;
    private Instant endedAt;
    private Instant deadline;
    private boolean stopping;
    private boolean paused;
    private boolean away;
    private boolean beingTaken;
    private int reconnects;
    private String path;
    private double seconds;
    private long bytes;
    private long frames;
    private long framesBefore = -1;
    private long sizeSeen = -1;
    private Instant sizeSince;
    private Reason reason;
    private Taken taken;

    /** OBS was told to begin. */
    StudioTake(UUID feedId, StudioOrder order, Instant deadline) {
        this.feedId = feedId;
        this.order = order;
        this.deadline = deadline;
        if (order.begunAt() != null) begun(order.begunAt(), null);
    }

    boolean is(StudioOrder other) {
        return order.id().equals(other.id());
    }

    void shall(StudioOrder newer) {
        order = newer;
    }

    void begun(Instant at, String file) {
        if (startedAt == null) startedAt = at;
        if (file != null) path = file;
        deadline = null;
        if (state == RecordingState.STARTING) state = RecordingState.RECORDING;
    }

    /** What OBS says of it ({@code GetRecordStatus}). */
    void counted(JsonNode status, long framesOfObs) {
        seconds = Math.max(seconds, status.path("outputDuration").asLong() / 1000.0);
        bytes = Math.max(bytes, status.path("outputBytes").asLong());
        paused = status.path("outputPaused").asBoolean();
        if (framesBefore < 0) framesBefore = framesOfObs;
        frames = Math.max(frames, framesOfObs - framesBefore);
    }

    void paused(boolean now) {
        paused = now;
    }

    void lost(Reason why) {
        away = true;
        reason = why;
    }

    void found() {
        if (away) reconnects++;
        away = false;
        reason = null;
    }

    void stopping(String file, Instant until) {
        stopping = true;
        if (file != null) path = file;
        if (deadline == null) deadline = until;
    }

    void because(Reason why) {
        reason = why;
    }

    /** OBS does not write to it any more, as far as anybody knows. */
    void ended(String file, Instant at) {
        if (file != null) path = file;
        endedAt = at;
        state = RecordingState.FINALIZING;
        stopping = true;
    }

    void beingTaken(boolean now) {
        beingTaken = now;
    }

    void completed(Taken file) {
        taken = file;
        seconds = file.found().info().seconds();
        bytes = file.bytes();
        state = RecordingState.COMPLETED;
    }

    void failed(Reason why, Instant at) {
        reason = why;
        if (endedAt == null) endedAt = at;
        state = RecordingState.FAILED;
    }

    /** @return whether the file has had this size for so long */
    boolean restsAt(long size, Instant now, Duration longEnough) {
        if (size != sizeSeen) {
            sizeSeen = size;
            sizeSince = now;
        }
        return !now.isBefore(sizeSince.plus(longEnough));
    }

    boolean isOverdue(Instant now) {
        return deadline != null && now.isAfter(deadline);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(order.endsAt());
    }

    boolean isStarting() {
        return state == RecordingState.STARTING;
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isBeingTaken() {
        return beingTaken;
    }

    StudioOrder order() {
        return order;
    }

    /** As OBS calls it; null while it has not said so. */
    String path() {
        return path;
    }

    Instant endedAt() {
        return endedAt;
    }

    RecordingStatus status() {
        return new RecordingStatus(
                order.id().toString(),
                feedId.toString(),
                order.library().toString(),
                shown(),
                startedAt,
                order.endsAt(),
                state.hasEnded() ? endedAt : null,
                seconds,
                seconds,
                bytes,
                seconds > 1 ? (long) (bytes * 8 / seconds) : 0,
                frames,
                0,
                0,
                reconnects,
                List.of(),
                taken == null ? null : taken.found().info().video(),
                taken == null ? null : taken.found().info().audio(),
                why(),
                taken == null ? null : taken.sha256());
    }

    private RecordingState shown() {
        if (state != RecordingState.RECORDING) return state;
        if (stopping) return RecordingState.FINALIZING;
        return away || paused ? RecordingState.INTERRUPTED : RecordingState.RECORDING;
    }

    private Reason why() {
        if (reason == null && paused && state == RecordingState.RECORDING) return StudioReasons.PAUSED;
        return reason;
    }
}
