package club.courtside.health;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.api.RelayStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.session.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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
        Optional<EngineStatus> answered = engineStatus();
        VideoHealth.Engine engineHealth =
                answered.map(HealthChecks::engineHealth).orElse(new VideoHealth.Engine("down", null, null, 0, 0));
        VideoHealth.Relay relayHealth = relayHealth(answered.map(EngineStatus::relay));
        VideoHealth.Disk diskHealth = diskHealth();
        boolean up = engineHealth.state().equals("up");
        boolean allWell = diskHealth.state().equals("ok") && relayHealth.state().equals("up");
        String status = !up ? "unhealthy" : allWell ? "healthy" : "degraded";
        return new VideoHealth(status, engineHealth, diskHealth, relayHealth);
    }

    private Optional<EngineStatus> engineStatus() {
        try {
            return Optional.of(engine.client().status());
        } catch (EngineException down) {
            return Optional.empty();
        }
    }

    private static VideoHealth.Engine engineHealth(EngineStatus status) {
        long running = status.recordings().stream()
                .filter(recording -> !recording.state().hasEnded())
                .count();
        return new VideoHealth.Engine(
                "up", status.version(), status.ffmpeg(), status.feeds().size(), (int) running);
    }

    private static VideoHealth.Relay relayHealth(Optional<RelayStatus> relay) {
        return relay.map(status -> new VideoHealth.Relay(
                        status.listens() ? "up" : "down",
                        status.host(),
                        status.port(),
                        status.readers(),
                        status.reason() == null ? null : status.reason().message()))
                .orElse(new VideoHealth.Relay("down", null, 0, 0, null));
    }

    private VideoHealth.Disk diskHealth() {
        long free = disk.free();
        return new VideoHealth.Disk(free > disk.reserved() ? "ok" : "low", free, disk.reserved());
    }
}
