package club.courtside.health.metrics;

import club.courtside.court.Camera;
import club.courtside.court.CameraEngine;
import club.courtside.court.CameraFeeds;
import club.courtside.court.CameraState;
import club.courtside.court.Cameras;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each camera stands, and what it has sent. */
@ApplicationScoped
public class CameraMetrics implements Measured {

    private static final Set<CameraState> IN_TROUBLE = Set.of(CameraState.OFFLINE, CameraState.INTERRUPTED);
    private static final Set<CameraState> CONNECTED = Set.of(CameraState.LIVE, CameraState.RECORDING);

    private final Cameras cameras;
    private final CameraFeeds feeds;
    private final CameraEngine engine;

    @Inject
    public CameraMetrics(Cameras cameras, CameraFeeds feeds, CameraEngine engine) {
        this.cameras = cameras;
        this.feeds = feeds;
        this.engine = engine;
    }

    protected CameraMetrics() {
        this(null, null, null);
    }

    @Override
    public List<MetricSnapshot> now() {
        var up = new Family("courtside_camera_up", "0 while the camera does not answer although somebody needs it.");
        var connected =
                new Family("courtside_camera_connected", "1 while Courtside receives pictures from the camera.");
        var bytes =
                new Family("courtside_camera_received_bytes", "Received from the camera since the engine knows it.");
        var packets = new Family(
                "courtside_camera_received_packets", "Video packets received since the engine knows the camera.");
        var reconnects = new Family("courtside_camera_reconnects", "Connections made after the first.");
        var viewers = new Family("courtside_camera_viewers", "Live views open now, of any kind.");
        Map<String, FeedStatus> latest = latest();
        for (Camera camera : cameras.all()) {
            Labels labels = labels(camera);
            CameraState state = feeds.state(camera.id());
            up.add(IN_TROUBLE.contains(state) ? 0 : 1, labels);
            connected.add(CONNECTED.contains(state) ? 1 : 0, labels);
            FeedStatus feed = latest.getOrDefault(
                    camera.id().toString(), feeds.status(camera.id()).orElse(null));
            if (feed == null) continue;
            bytes.add(feed.bytes(), labels);
            packets.add(feed.packets(), labels);
            reconnects.add(feed.reconnects(), labels);
            viewers.add(feed.viewers(), labels);
        }
        return List.of(
                up.gauge(),
                connected.gauge(),
                bytes.counter(),
                packets.counter(),
                reconnects.counter(),
                viewers.gauge());
    }

    /** Newer than the last event; nothing while no engine answers. */
    private Map<String, FeedStatus> latest() {
        try {
            return engine.connected().map(EngineClient::status).stream()
                    .flatMap(status -> status.feeds().stream())
                    .collect(Collectors.toMap(FeedStatus::id, Function.identity()));
        } catch (EngineException gone) {
            return Map.of();
        }
    }

    private static Labels labels(Camera camera) {
        return Labels.of(
                "club", camera.court().club().slug(),
                "court", camera.court().slug(),
                "camera", camera.name());
    }
}
