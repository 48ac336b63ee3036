package club.courtside.health;

import club.courtside.account.Caller;
import club.courtside.court.Camera;
import club.courtside.court.Cameras;
import club.courtside.engine.api.Reason;
import club.courtside.platform.LiveUpdate;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tries all cameras for somebody who watches: a few at a time, while the page goes on. There is one round at a time, and
 * what it has found stays until the next.
 */
@ApplicationScoped
public class CameraRound {

    /** The data of the live update {@code camera_tried}. */
    public record Tried(UUID cameraId, CameraFinding.Stage stage) {}

    private static final Logger LOG = Logger.getLogger(CameraRound.class.getName());
    private static final int AT_ONCE = 4;

    private final Cameras cameras;
    private final CameraChecks checks;
    private final Event<LiveUpdate> updates;
    private final Map<UUID, CameraFinding> findings = new ConcurrentHashMap<>();

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    public CameraRound(Cameras cameras, CameraChecks checks, Event<LiveUpdate> updates) {
        this.cameras = cameras;
        this.checks = checks;
        this.updates = updates;
    }

    protected CameraRound() {
        this(null, null, null);
    }

    /** Begins one, unless one is under way. */
    public synchronized void begin(Caller who) {
        if (findings.values().stream().anyMatch(finding -> !finding.isOver())) return;
        List<Camera> all = cameras.all();
        findings.clear();
        all.forEach(camera -> findings.put(camera.id(), CameraFinding.WAITING));
        ExecutorService some = Executors.newFixedThreadPool(AT_ONCE, threads);
        all.forEach(camera -> some.execute(() -> tryOut(camera, who)));
        some.shutdown();
    }

    /** Of the last round; null when it did not try that camera. */
    public CameraFinding of(UUID cameraId) {
        return findings.get(cameraId);
    }

    public Collection<CameraFinding> all() {
        return List.copyOf(findings.values());
    }

    private void tryOut(Camera camera, Caller who) {
        tell(camera, who, CameraFinding.TRYING);
        CameraFinding found = CameraFinding.refused(new Reason("internal", "it could not be tried"));
        try {
            found = checks.find(camera);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "camera " + camera.id() + " could not be tried", e);
        } finally {
            tell(camera, who, found);
        }
    }

    private void tell(Camera camera, Caller who, CameraFinding found) {
        findings.put(camera.id(), found);
        updates.fire(new LiveUpdate(
                "camera_tried", camera.court().club().id(), who.id(), new Tried(camera.id(), found.stage())));
    }
}
