package club.courtside.obs;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.obs.StudioFiles.Taken;
import club.courtside.obs.websocket.ObsLoss;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One recording that an OBS Studio makes, or has made. Belongs to the studio's thread. */
final class StudioTake {

    /** Less is not worth another file. */
    private static final Duration WORTH_IT = Duration.ofSeconds(10);

    private final UUID feedId;
    private final StudioGaps gaps;
    private final StudioTally tally = new StudioTally();
    private StudioOrder order;
    private RecordingState state = RecordingState.STARTING;
    private Instant startedAt;
    private Instant endedAt;
    private Instant deadline;
    private boolean stopping;
    private boolean paused;
    private boolean away;
    private boolean goingOn;
    private boolean beingTaken;
    private int reconnects;
    private String path;
    private long sizeSeen = -1;
    private Instant sizeSince;
    private Reason reason;
    private Taken taken;

    /** OBS was told to begin. */
    StudioTake(UUID feedId, StudioOrder order, Instant deadline) {
        this.feedId = feedId;
        this.order = order;
        this.gaps = new StudioGaps(order.gaps());
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
    void counted(JsonNode status, long framesOfObs, Instant now) {
        paused(status.path("outputPaused").asBoolean(), now);
        double written = gaps.placeOf(status.path("outputDuration").asLong() / 1000.0);
        tally.counted(status, paused ? sinceBegin(now) : written, framesOfObs);
    }

    void paused(boolean now, Instant at) {
        if (now == paused) return;
        paused = now;
        if (now) gaps.open(sinceBegin(at), StudioReasons.PAUSED);
        else gaps.close(sinceBegin(at));
    }

    private double sinceBegin(Instant at) {
        return startedAt == null ? 0 : Duration.between(startedAt, at).toMillis() / 1000.0;
    }

    /** OBS had crashed, and was told to go on in another file. */
    void goesOn(Instant until) {
        goingOn = true;
        paused = false;
        deadline = until;
        tally.anotherFile();
        path = null;
        gaps.open(tally.seconds(), StudioReasons.of(ObsLoss.CLOSED));
        because(StudioReasons.of(ObsLoss.CLOSED));
    }

    /** Whether there is time left, and it did not just fail. */
    boolean canGoOn(Instant now) {
        return state == RecordingState.RECORDING
                && !stopping
                && now.plus(WORTH_IT).isBefore(order.endsAt());
    }

    boolean isGoingOn() {
        return goingOn;
    }

    void wentOn(Instant at, String file) {
        goingOn = false;
        deadline = null;
        reason = null;
        path = file;
        gaps.close(sinceBegin(at));
    }

    /** Of the file that OBS shall write next; each begins with the name of the first. */
    String fileName() {
        return gaps.files() == 1 && !goingOn ? order.name() : order.name() + "_" + (gaps.files() + (goingOn ? 1 : 0));
    }

    /** What is in none of its files. */
    List<Gap> gaps() {
        return gaps.until(tally.seconds());
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
        goingOn = false;
        gaps.dropOpen();
        state = RecordingState.FINALIZING;
        stopping = true;
    }

    void beingTaken(boolean now) {
        beingTaken = now;
    }

    void completed(Taken file) {
        taken = file;
        tally.finished(file.found().info().seconds(), file.bytes());
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
                tally.seconds(),
                Math.max(0, tally.seconds() - gaps.seconds(tally.seconds())),
                tally.bytes(),
                tally.bitsPerSecond(),
                tally.frames(),
                0,
                0,
                reconnects,
                gaps(),
                taken == null ? null : taken.found().info().video(),
                taken == null ? null : taken.found().info().audio(),
                why(),
                taken == null ? null : taken.sha256());
    }

    private RecordingState shown() {
        if (state != RecordingState.RECORDING) return state;
        if (stopping) return RecordingState.FINALIZING;
        return away || paused || goingOn ? RecordingState.INTERRUPTED : RecordingState.RECORDING;
    }

    private Reason why() {
        if (reason == null && paused && state == RecordingState.RECORDING) return StudioReasons.PAUSED;
        return reason;
    }
}
