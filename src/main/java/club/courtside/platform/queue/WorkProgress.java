package club.courtside.platform.queue;

import club.courtside.engine.api.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/** How a piece of work goes, from its order to its end: what people are told about it. */
@Embeddable
public class WorkProgress {

    private static final int LONGEST_REASON = 500;

    @Enumerated(EnumType.STRING)
    private WorkState state;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private double progress;
    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "reason_code")
    private String reasonCode;

    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected WorkProgress() {}

    public WorkProgress(Priority priority, Instant now) {
        this.priority = priority;
        this.state = WorkState.QUEUED;
        this.createdAt = now;
    }

    /** A worker takes it up; also one that goes on with what another left. What was wrong before counts no more. */
    public void begin(Instant now) {
        if (state != WorkState.RUNNING) {
            attempts++;
            because(null);
        }
        state = WorkState.RUNNING;
        if (startedAt == null) startedAt = now;
        nextAttemptAt = null;
    }

    /**
     * @param share 0 to 1
     * @return whether that is another whole percent
     */
    public boolean progressed(double share) {
        boolean visible = Math.floor(share * 100) > Math.floor(progress * 100);
        if (state == WorkState.RUNNING) progress = Math.max(0, Math.min(1, share));
        return visible;
    }

    public void done(Instant now) {
        end(WorkState.DONE, null, now);
        progress = 1;
    }

    public void skipped(Reason why, Instant now) {
        end(WorkState.SKIPPED, why, now);
    }

    public void failed(Reason why, Instant now) {
        end(WorkState.FAILED, why, now);
    }

    public void cancelled(Instant now) {
        if (!state.isOver()) end(WorkState.CANCELLED, null, now);
    }

    private void end(WorkState how, Reason why, Instant now) {
        state = how;
        endedAt = now;
        nextAttemptAt = null;
        because(why);
    }

    /** This attempt failed. */
    public void waits(Reason why, Instant until) {
        state = WorkState.WAITING;
        nextAttemptAt = until;
        progress = 0;
        because(why);
    }

    /** It could not even be tried: that counts as no attempt. */
    public void returned(Reason why) {
        if (state == WorkState.RUNNING) attempts--;
        state = WorkState.QUEUED;
        nextAttemptAt = null;
        because(why);
    }

    /** Once more from the beginning. */
    public void again() {
        state = WorkState.QUEUED;
        attempts = 0;
        progress = 0;
        startedAt = null;
        endedAt = null;
        nextAttemptAt = null;
        because(null);
    }

    private void because(Reason why) {
        reasonCode = why == null ? null : why.code();
        String words = why == null ? null : why.message();
        reason = words == null || words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON);
    }

    public WorkState state() {
        return state;
    }

    public Priority priority() {
        return priority;
    }

    /** 0 to 1. */
    public double share() {
        return progress;
    }

    public int attempts() {
        return attempts;
    }

    /** Null unless it waits. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Null when all is well. */
    public Reason reason() {
        return reasonCode == null ? null : new Reason(reasonCode, reason);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** From its first attempt until now or its end; null before. */
    public Double seconds(Instant now) {
        if (startedAt == null) return null;
        return Duration.between(startedAt, endedAt == null ? now : endedAt).toMillis() / 1000.0;
    }
}
