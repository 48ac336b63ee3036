package club.courtside.court;

import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.client.EngineClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is to be done when an engine appears: it gets to know all cameras, then the features send what they want. */
@ApplicationScoped
public class EngineArrival implements EngineWatch.Listener {

    private static final Logger LOG = Logger.getLogger(EngineArrival.class.getName());

    private final CameraEngine engine;
    private final CameraFeeds feeds;
    private final Courts courts;
    private final Cameras cameras;
    private final CameraSecrets secrets;
    private final Event<EngineConnected> connections;

    @Inject
    public EngineArrival(
            CameraEngine engine,
            CameraFeeds feeds,
            Courts courts,
            Cameras cameras,
            CameraSecrets secrets,
            Event<EngineConnected> connections) {
        this.engine = engine;
        this.feeds = feeds;
        this.courts = courts;
        this.cameras = cameras;
        this.secrets = secrets;
        this.connections = connections;
    }

    protected EngineArrival() {
        this(null, null, null, null, null, null);
    }

    @Override
    public void connected(EngineClient client) {
        feeds.sendAll(
                client,
                courts.all().stream()
                        .flatMap(court -> KnownCamera.of(cameras.ofCourt(court.id()), secrets).stream())
                        .toList());
        // Only now: an engine that does not know its cameras yet would refuse every recording for good.
        engine.isNow(client);
        EngineStatus status = client.status();
        LOG.log(Level.INFO, "connected to the engine, process {0}", String.valueOf(status.pid()));
        connections.fire(new EngineConnected(status));
    }

    @Override
    public void lost() {
        engine.isGone();
        feeds.engineIsGone();
    }
}
