package club.courtside.court;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Of what a club wants to hear by mail and webhook. */
@Embeddable
public class NoticePolicy {

    /**
     * What somebody says of it; null leaves what is.
     *
     * @param recordings failed ones, and those of which a part is missing
     * @param cameras that do not answer, and answer again
     * @param work uploads and jobs that were given up
     * @param disk when it will be full within a day
     * @param ready videos, to their owners
     */
    public record Wish(Boolean recordings, Boolean cameras, Boolean work, Boolean disk, Boolean ready)
            implements Serializable {}

    @Column(name = "notify_recordings")
    private boolean recordings = true;

    @Column(name = "notify_cameras")
    private boolean cameras = true;

    @Column(name = "notify_work")
    private boolean work = true;

    @Column(name = "notify_disk")
    private boolean disk = true;

    @Column(name = "notify_ready")
    private boolean ready;

    void choose(Wish wish) {
        if (wish.recordings() != null) recordings = wish.recordings();
        if (wish.cameras() != null) cameras = wish.cameras();
        if (wish.work() != null) work = wish.work();
        if (wish.disk() != null) disk = wish.disk();
        if (wish.ready() != null) ready = wish.ready();
    }

    /** As it stands. */
    public Wish wish() {
        return new Wish(recordings, cameras, work, disk, ready);
    }

    public boolean wants(NoticeKind kind) {
        return switch (kind) {
            case RECORDING -> recordings;
            case CAMERA -> cameras;
            case WORK -> work;
            case DISK -> disk;
            case READY -> ready;
        };
    }
}
