package club.courtside.processing;

import club.courtside.engine.api.Reason;
import club.courtside.library.Video;
import club.courtside.platform.queue.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One step of processing one video. */
@Entity
@Table(name = "jobs")
public class Job {

    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "video_id")
    private Video video;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    @Enumerated(EnumType.STRING)
    private JobState state;

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

    protected Job() {}

    Job(Video video, JobKind kind, Priority priority, Instant now) {
        if (video == null || kind == null) throw new IllegalArgumentException("a job is of a kind, for a video");
        this.id = UUID.randomUUID();
        this.video = video;
        this.kind = kind;
        this.priority = priority;
        this.state = JobState.QUEUED;
        this.createdAt = now;
    }

    /** A worker takes it up; also one that goes on with what another left. */
    void begin(Instant now) {
        if (state != JobState.RUNNING) attempts++;
        state = JobState.RUNNING;
        if (startedAt == null) startedAt = now;
        nextAttemptAt = null;
    }

    /** @param share 0 to 1 */
    void progressed(double share) {
        if (state == JobState.RUNNING) progress = Math.max(0, Math.min(1, share));
    }

    void done(Instant now) {
        end(JobState.DONE, null, now);
        progress = 1;
    }

    void skipped(Reason why, Instant now) {
        end(JobState.SKIPPED, why, now);
    }

    void failed(Reason why, Instant now) {
        end(JobState.FAILED, why, now);
    }

    void cancelled(Instant now) {
        if (!state.isOver()) end(JobState.CANCELLED, null, now);
    }

    private void end(JobState how, Reason why, Instant now) {
        state = how;
        endedAt = now;
        nextAttemptAt = null;
        because(why);
    }

    /** This attempt failed. */
    void waits(Reason why, Instant until) {
        state = JobState.WAITING;
        nextAttemptAt = until;
        progress = 0;
        because(why);
    }

    /** It could not even be tried: that counts as no attempt. */
    void returned(Reason why) {
        if (state == JobState.RUNNING) attempts--;
        state = JobState.QUEUED;
        because(why);
    }

    /** Once more from the beginning. */
    void again() {
        state = JobState.QUEUED;
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

    UUID id() {
        return id;
    }

    Video video() {
        return video;
    }

    JobKind kind() {
        return kind;
    }

    JobState state() {
        return state;
    }

    Priority priority() {
        return priority;
    }

    double progress() {
        return progress;
    }

    int attempts() {
        return attempts;
    }

    /** Null unless it waits. */
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Null when all is well. */
    Reason reason() {
        return reasonCode == null ? null : new Reason(reasonCode, reason);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
