package club.courtside.court;

import club.courtside.engine.api.RelayStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Cameras by the addresses under which the relay publishes them. */
@ApplicationScoped
public class RelayedCameras {

    private final Clubs clubs;
    private final Courts courts;
    private final Cameras cameras;
    private final CameraEngine engine;
    private final Optional<String> publicUrl;

    @Inject
    public RelayedCameras(
            Clubs clubs,
            Courts courts,
            Cameras cameras,
            CameraEngine engine,
            @ConfigProperty(name = "courtside.public.url") Optional<String> publicUrl) {
        this.clubs = clubs;
        this.courts = courts;
        this.cameras = cameras;
        this.engine = engine;
        this.publicUrl = publicUrl;
    }

    protected RelayedCameras() {
        this(null, null, null, null, Optional.empty());
    }

    /** @param path such as {@code club/court} or {@code club/court/camera} */
    public Optional<Camera> at(String path) {
        String[] parts = path.split("/");
        if (parts.length < 2) return Optional.empty();
        return clubs.byIdOrSlug(parts[0]).stream()
                .flatMap(club -> courts.ofClub(club.id()).stream())
                .filter(court -> court.slug().equals(parts[1]))
                .map(court -> cameras.ofCourt(court.id()))
                .flatMap(angles -> at(path, angles).stream())
                .findFirst();
    }

    private static Optional<Camera> at(String path, List<Camera> angles) {
        Map<UUID, List<String>> paths = RelayPaths.of(angles);
        return angles.stream()
                .filter(camera -> paths.get(camera.id()).contains(path))
                .findFirst();
    }

    /** Where people read that camera, {@code rtsp://host:port/club/court}; empty while there is no relay. */
    public Optional<String> address(Camera camera) {
        List<Camera> angles = cameras.ofCourt(camera.court().id());
        List<String> paths = RelayPaths.of(angles).getOrDefault(camera.id(), List.of());
        return paths.isEmpty()
                ? Optional.empty()
                : status().filter(RelayStatus::listens)
                        .map(relay -> "rtsp://" + host(relay) + ":" + relay.port() + "/" + paths.get(0));
    }

    /** Of the engine that answers now; empty while none does. */
    public Optional<RelayStatus> status() {
        try {
            return engine.connected().map(EngineClient::status).map(status -> status.relay());
        } catch (EngineException gone) {
            return Optional.empty();
        }
    }

    private String host(RelayStatus relay) {
        String host = publicUrl.map(url -> URI.create(url).getHost()).orElse(relay.host());
        if (host.equals("0.0.0.0") || host.equals("::")) host = nameOfThisMachine();
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String nameOfThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return "127.0.0.1";
        }
    }
}
