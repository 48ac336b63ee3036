package club.courtside.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A camera that does not answer. It ends when the camera answers again. */
@Entity
@Table(name = "camera_outages")
public class CameraOutage {

    @Id
    @Column(name = "camera_id")
    private UUID cameraId;

    private Instant since;
    private boolean told;

    protected CameraOutage() {}

    CameraOutage(UUID cameraId, Instant since) {
        this.cameraId = cameraId;
        this.since = since;
    }

    void told() {
        told = true;
    }

    Instant since() {
        return since;
    }

    boolean isTold() {
        return told;
    }
}
