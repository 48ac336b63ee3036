package club.courtside.processing.server;

import club.courtside.account.Caller;
import club.courtside.court.Club;
import club.courtside.court.SubtitleModel;
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

/** What a program has asked this server to do with one file. It has the id of the arrival, and of the video. */
@Entity
@Table(name = "processing_tasks")
public class ProcessingTask {

    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "club_id")
    private Club club;

    @Column(name = "idempotency_key")
    private String key;

    @Column(name = "size_bytes")
    private long bytes;

    @Enumerated(EnumType.STRING)
    @Column(name = "subtitle_model")
    private SubtitleModel model;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private boolean process;
    private String sha256;

    @Column(name = "reason_code")
    private String reasonCode;

    private String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ProcessingTask() {}

    ProcessingTask(UUID arrival, Club club, TaskOrder order, long bytes, Instant now) {
        if (arrival == null || club == null) throw new IllegalArgumentException("a task is about a file for a club");
        this.id = arrival;
        this.club = club;
        this.key = order.key();
        this.bytes = bytes;
        this.model = order.model();
        this.priority = order.priority();
        this.process = order.process();
        this.createdAt = now;
    }

    /** All of its file is here. */
    void received(String fingerprint) {
        sha256 = fingerprint;
    }

    /** Nothing comes of its file. */
    void over(String code, String sentence) {
        reasonCode = code;
        reason = sentence == null || sentence.length() <= LONGEST_REASON
                ? sentence
                : sentence.substring(0, LONGEST_REASON);
    }

    /** Whoever sends the key again means another task. */
    void leavesKey() {
        key = null;
    }

    /** Whoever has the key of the server, as the rest of Courtside knows them: somebody who runs the task's club. */
    Caller sender() {
        return Caller.ofProgram(ProcessingClub.NAME_OF_SENDERS, club.id());
    }

    UUID id() {
        return id;
    }

    /** Of the file. */
    long bytes() {
        return bytes;
    }

    /** Of the file as it was sent, in lower-case hex; null before it was looked at. */
    String sha256() {
        return sha256;
    }

    /** Null for the club's. */
    SubtitleModel model() {
        return model;
    }

    Priority priority() {
        return priority;
    }

    /** Whether more than keeping it was asked for. */
    boolean isToBeProcessed() {
        return process;
    }

    /** Nothing came of its file. */
    boolean isOver() {
        return reasonCode != null;
    }

    /** Why nothing came of its file, as a sentence; else null. */
    String reason() {
        return reason == null ? reasonCode : reason;
    }
}
