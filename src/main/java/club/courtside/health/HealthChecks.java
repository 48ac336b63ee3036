package club.courtside.health;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.session.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks at what recording needs. */
@ApplicationScoped
public class HealthChecks {

    private final CameraEngine engine;
    private final DiskSpace disk;

    @Inject
    public HealthChecks(CameraEngine engine, DiskSpace disk) {
        this.engine = engine;
        this.disk = disk;
    }

    protected HealthChecks() {
        this(null, null);
    }

    public VideoHealth video() {
        VideoHealth.Engine engineHealth = engineHealth();
        VideoHealth.Disk diskHealth = diskHealth();
        boolean up = engineHealth.state().equals("up");
        String status = !up ? "unhealthy" : diskHealth.state().equals("ok") ? "healthy" : "degraded";
        return new VideoHealth(status, engineHealth, diskHealth);
    }

    private VideoHealth.Engine engineHealth() {
        try {
            EngineStatus status = engine.client().status();
            long running = status.recordings().stream()
                    .filter(recording -> !recording.state().hasEnded())
                    .count();
            return new VideoHealth.Engine(
                    "up", status.version(), status.ffmpeg(), status.feeds().size(), (int) running);
        } catch (EngineException down) {
            return new VideoHealth.Engine("down", null, null, 0, 0);
        }
    }

    private VideoHealth.Disk diskHealth() {
        long free = disk.free();
        return new VideoHealth.Disk(free > disk.reserved() ? "ok" : "low", free, disk.reserved());
    }
}
