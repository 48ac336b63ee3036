package club.courtside.processing;

import club.courtside.library.Video;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkProgress;
import club.courtside.platform.queue.WorkState;
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

    @Embedded
    private WorkProgress work;

    protected Job() {}

    Job(Video video, JobKind kind, Priority priority, Instant now) {
        if (video == null || kind == null) throw new IllegalArgumentException("a job is of a kind, for a video");
        this.id = UUID.randomUUID();
        this.video = video;
        this.kind = kind;
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
