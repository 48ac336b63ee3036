package club.courtside.processing;

import club.courtside.court.SubtitleModel;
import club.courtside.library.Video;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkProgress;
import club.courtside.platform.queue.WorkState;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "video_id")
    private Video video;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    /** Of the subtitles; null where the club decides, or nothing is written. */
    @Enumerated(EnumType.STRING)
    @Column(name = "subtitle_model")
    private SubtitleModel model;

    @Embedded
    private WorkProgress work;

    protected Job() {}

    /** @param model of the subtitles, null for the club's */
    Job(Video video, JobKind kind, SubtitleModel model, Priority priority, Instant now) {
        if (video == null || kind == null) throw new IllegalArgumentException("a job is of a kind, for a video");
        this.id = UUID.randomUUID();
        this.video = video;
        this.kind = kind;
        this.model = kind == JobKind.SUBTITLE ? model : null;
        this.work = new WorkProgress(priority, now);
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

    /** What writes its subtitles. */
    SubtitleModel model() {
        return model == null ? video.club().processing().subtitles() : model;
    }

    WorkProgress work() {
        return work;
    }

    public boolean isOver() {
        return work.state().isOver();
    }

    WorkState state() {
        return work.state();
    }
}
