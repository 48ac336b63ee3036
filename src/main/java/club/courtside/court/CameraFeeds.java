package club.courtside.court;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.Reason;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.Ids;
import club.courtside.platform.LiveUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Every camera is a feed of the engine, under the camera's id. What the engine shall know is sent again whenever an
 * engine appears; what it says is kept here, so that pages ask nobody.
 */
@ApplicationScoped
public class CameraFeeds {

    private static final Logger LOG = Logger.getLogger(CameraFeeds.class.getName());

    /** The data of the live update {@code camera_state}. */
    public record StateChange(UUID cameraId, UUID courtId, CameraState state, Instant since, Reason reason) {}

    private final CameraEngine engine;
    private final Event<LiveUpdate> updates;

    private final Map<UUID, KnownCamera> known = new ConcurrentHashMap<>();
    private final Map<UUID, CameraState> told = new ConcurrentHashMap<>();
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final CameraStates states = new CameraStates();

    @Inject
    public CameraFeeds(CameraEngine engine, Event<LiveUpdate> updates) {
        this.engine = engine;
        this.updates = updates;
    }

    protected CameraFeeds() {
        this(null, null);
    }

    /** As the engine last said; empty while no engine knows the camera. */
    public Optional<FeedStatus> status(UUID cameraId) {
        return states.status(cameraId.toString());
    }

    public CameraState state(UUID cameraId) {
        return states.state(cameraId.toString());
    }

    /** Stay connected to that camera although nobody watches: a session is open. */
    public void hold(UUID cameraId) {
        if (held.add(cameraId)) send(cameraId);
    }

    public void release(UUID cameraId) {
        if (held.remove(cameraId)) send(cameraId);
    }

    /** An engine appeared: it shall know these cameras. */
    void sendAll(EngineClient client, Iterable<KnownCamera> cameras) {
        for (KnownCamera camera : cameras) {
            known.put(camera.id(), camera);
            put(client, camera);
        }
    }

    /** No engine answers any more. */
    void engineIsGone() {
        states.forgetAllBut(known.values().stream()
                .filter(KnownCamera::recordsItself)
                .map(camera -> camera.id().toString())
                .collect(Collectors.toSet()));
        known.values().forEach(this::tell);
    }

    void cameraChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CameraChanged change) {
        if (change.isRemoved()) remove(change.cameraId());
        else {
            known.put(change.cameraId(), change.camera());
            send(change.cameraId());
        }
    }

    private void remove(UUID cameraId) {
        KnownCamera removed = known.remove(cameraId);
        told.remove(cameraId);
        held.remove(cameraId);
        if (removed == null || !removed.recordsItself()) forget(cameraId);
        states.forget(cameraId.toString());
    }

    private void forget(UUID cameraId) {
        try {
            engine.client().deleteFeed(cameraId.toString());
        } catch (EngineException e) {
            LOG.log(Level.INFO, "the engine did not forget camera {0}: {1}", new Object[] {cameraId, e.getMessage()});
        }
    }

    private void send(UUID cameraId) {
        KnownCamera camera = known.get(cameraId);
        if (camera == null) return;
        try {
            put(engine.client(), camera);
        } catch (EngineException e) {
            LOG.log(Level.FINE, "no engine; camera {0} is sent when there is one again", cameraId);
        }
    }

    private void put(EngineClient client, KnownCamera camera) {
        if (camera.recordsItself()) return;
        try {
            FeedStatus status = client.putFeed(camera.id().toString(), camera.spec(held.contains(camera.id())));
            states.feed(status);
            tell(camera);
        } catch (EngineException e) {
            if (e.isUnavailable()) throw e;
            LOG.log(Level.WARNING, "the engine refuses camera {0}: {1}", new Object[] {camera.id(), e.getMessage()});
        }
    }

    void engineSaid(@Observes EngineEvent event) {
        String feedId = null;
        if (event.feed() != null) {
            states.feed(event.feed());
            feedId = event.feed().id();
        } else if (event.recording() != null) {
            states.recording(event.recording());
            feedId = event.recording().feedId();
        }
        if (feedId != null) Ids.parse(feedId).map(known::get).ifPresent(this::tell);
    }

    private void tell(KnownCamera camera) {
        CameraState now = state(camera.id());
        if (told.put(camera.id(), now) == now) return;
        Optional<FeedStatus> status = status(camera.id());
        StateChange change = new StateChange(
                camera.id(),
                camera.courtId(),
                now,
                status.map(FeedStatus::since).orElse(null),
                status.map(FeedStatus::reason).orElse(null));
        updates.fire(new LiveUpdate("camera_state", camera.clubId(), null, change));
    }
}
