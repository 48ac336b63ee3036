package club.courtside.upload;

import club.courtside.court.SubtitleModel;
import club.courtside.library.Video;
import club.courtside.platform.queue.WorkProgress;
import club.courtside.platform.queue.WorkState;
import club.courtside.upload.target.Delivery;
import club.courtside.upload.target.Parcel;
import club.courtside.upload.target.TargetKind;
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

/** One video on its way to one target. */
@Entity
@Table(name = "uploads")
public class Upload {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "video_id")
    private Video video;

    @Enumerated(EnumType.STRING)
    private TargetKind target;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "size_bytes")
    private long bytes;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private SubtitleModel model;

    private boolean process;
    private boolean automatic;
    private int generation = 1;
    private String memory;

    @Column(name = "remote_id")
    private String remoteId;

    private boolean remote;

    @Column(name = "moved_at")
    private Instant movedAt;

    private String results;

    @Embedded
    private WorkProgress work;

    protected Upload() {}

    Upload(Video video, UploadOrder order, Instant now) {
        this.id = UUID.randomUUID();
        this.video = video;
        this.target = order.target();
        this.fileName = UploadName.of(video);
        this.bytes = video.bytes();
        this.model = order.model() == null ? video.club().processing().subtitles() : order.model();
        this.process = order.process();
        this.automatic = order.automatic();
        this.work = new WorkProgress(order.priority(), now);
    }

    /** What is sent was looked at; where that is something else than before, nothing of that counts. */
    void examined(long bytesOnDisk, String fingerprint) {
        if (sha256 != null && !sha256.equals(fingerprint)) anew();
        bytes = bytesOnDisk;
        sha256 = fingerprint;
    }

    void remember(String words) {
        memory = words;
    }

    /** The target has all of it. */
    void delivered(Delivery delivery) {
        remoteId = delivery.remoteId();
        remote = delivery.worksOn();
        movedAt = null;
    }

    /**
     * The target says how far its own work is.
     *
     * @param share 0 to 1
     * @return since when it has been there
     */
    Instant followed(double share, Instant now) {
        if (movedAt == null || Double.compare(share, work.share()) != 0) movedAt = now;
        return movedAt;
    }

    /** Nothing of what was sent before counts. */
    void anew() {
        generation++;
        memory = null;
        remoteId = null;
        remote = false;
    }

    void brought(String said) {
        results = said;
        remote = false;
    }

    UUID id() {
        return id;
    }

    Video video() {
        return video;
    }

    TargetKind target() {
        return target;
    }

    String fileName() {
        return fileName;
    }

    long bytes() {
        return bytes;
    }

    /** Null until its file was looked at. */
    String sha256() {
        return sha256;
    }

    Parcel.Wish wish() {
        return new Parcel.Wish(model.code(), work.priority(), process);
    }

    /** Nobody asked for it: the club's policy did. */
    boolean isAutomatic() {
        return automatic;
    }

    /** The same for all attempts to bring the same bytes. */
    String key() {
        return id + "-" + generation;
    }

    String memory() {
        return memory;
    }

    /** Null before the target has all of it. */
    String remoteId() {
        return remoteId;
    }

    boolean isRemote() {
        return remote;
    }

    /** What the target said at the end, JSON; null when it said nothing. */
    String results() {
        return results;
    }

    WorkProgress work() {
        return work;
    }

    UploadState state() {
        return UploadState.of(work.state(), remote);
    }

    boolean isOver() {
        return work.state().isOver();
    }

    boolean isDone() {
        return work.state() == WorkState.DONE;
    }
}
