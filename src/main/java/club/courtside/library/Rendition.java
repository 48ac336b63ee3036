package club.courtside.library;

import club.courtside.court.RenditionFormat;
import club.courtside.engine.api.MediaInfo;
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

/** A copy of a video in another form; the video's own file stays. */
@Entity
@Table(name = "renditions")
public class Rendition {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "video_id")
    private Video video;

    @Enumerated(EnumType.STRING)
    private RenditionFormat format;

    @Column(name = "size_bytes")
    private long bytes;

    @Column(name = "duration_seconds")
    private double durationSeconds;

    private int width;
    private int height;
    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Rendition() {}

    Rendition(Video video, RenditionFormat format) {
        this.id = UUID.randomUUID();
        this.video = video;
        this.format = format;
    }

    /** Its file lies there, whole and looked through. */
    void made(MediaInfo found, String fingerprint, Instant at) {
        bytes = found.bytes();
        durationSeconds = found.seconds();
        width = found.video().width();
        height = found.video().height();
        sha256 = fingerprint;
        createdAt = at;
    }

    public RenditionFormat format() {
        return format;
    }

    boolean isOf(Video other) {
        return video.id().equals(other.id());
    }

    UUID videoId() {
        return video.id();
    }

    long bytes() {
        return bytes;
    }

    double durationSeconds() {
        return durationSeconds;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String sha256() {
        return sha256;
    }
}
