package club.courtside.court;

import java.util.UUID;

/** CDI event: a camera is new, was changed or removed. Fired within the transaction that does it. */
public record CameraChanged(UUID cameraId, KnownCamera camera) {

    static CameraChanged to(KnownCamera camera) {
        return new CameraChanged(camera.id(), camera);
    }

    static CameraChanged removed(UUID cameraId) {
        return new CameraChanged(cameraId, null);
    }

    boolean isRemoved() {
        return camera == null;
    }
}
