package club.courtside.session;

import club.courtside.court.Camera;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** One of the cameras that a session covers. While the session is open, no other session has this camera. */
@Entity
@Table(name = "session_angles")
public class Angle {

    /** What the main angle is numbered; the others follow. */
    public static final int MAIN = 1;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "session_id")
    private Session session;

    @Column(name = "number")
    private int number;

    @ManyToOne(optional = false)
    @JoinColumn(name = "camera_id")
    private Camera camera;

    @ManyToOne
    @JoinColumn(name = "open_camera_id")
    private Camera openCamera;

    protected Angle() {}

    Angle(Session session, int number, Camera camera) {
        this.id = UUID.randomUUID();
        this.session = session;
        this.number = number;
        this.camera = camera;
        this.openCamera = camera;
    }

    /** Others may use the camera. */
    void close() {
        openCamera = null;
    }

    /** From 1, the main one. */
    public int number() {
        return number;
    }

    public Camera camera() {
        return camera;
    }
}
