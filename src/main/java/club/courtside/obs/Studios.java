package club.courtside.obs;

import club.courtside.court.Camera;
import club.courtside.court.CameraEngine;
import club.courtside.court.CameraSecrets;
import club.courtside.court.Cameras;
import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.DataFolder;
import club.courtside.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** Every OBS Studio that records a court. */
@ApplicationScoped
public class Studios {

    /** The host that stands for the instance in the settings. */
    private static final String DEFAULT = "default";

    private final Cameras cameras;
    private final CameraSecrets secrets;
    private final CurrentSettings settings;
    private final DataFolder data;
    private final CameraEngine engine;
    private final Clock clock;
    private final Event<EngineEvent> events;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private volatile ThreadFactory threads;

    private record Running(Studio studio, Thread thread) {}

    @Inject
    public Studios(
            Cameras cameras,
            CameraSecrets secrets,
            CurrentSettings settings,
            DataFolder data,
            CameraEngine engine,
            Clock clock,
            Event<EngineEvent> events) {
        this.cameras = cameras;
        this.secrets = secrets;
        this.settings = settings;
        this.data = data;
        this.engine = engine;
        this.clock = clock;
        this.events = events;
    }

    protected Studios() {
        this(null, null, null, null, null, null, null);
    }

    void start(ThreadFactory factory) {
        threads = factory;
    }

    /** Those that are new are connected to, those that are none any more are left. */
    synchronized void refresh() {
        if (threads == null) return;
        Map<UUID, StudioSpec> wanted = new HashMap<>();
        for (Camera camera : cameras.recordingThemselves()) wanted.put(camera.id(), spec(camera));
        running.values().stream()
                .filter(known -> !known.studio()
                        .spec()
                        .equals(wanted.get(known.studio().spec().cameraId())))
                .toList()
                .forEach(this::leave);
        wanted.values().stream()
                .filter(spec -> !running.containsKey(spec.cameraId()))
                .forEach(this::connect);
    }

    private StudioSpec spec(Camera camera) {
        URI address = URI.create(camera.url());
        boolean isDefault = isDefault(camera);
        String host = isDefault ? setting(Setting.OBS_HOST).orElseThrow() : address.getHost();
        int port = isDefault ? Integer.parseInt(setting(Setting.OBS_PORT).orElseThrow()) : address.getPort();
        String own = secrets.passwordOf(camera);
        return new StudioSpec(
                camera.id(),
                camera.court().id(),
                camera.court().club().id(),
                URI.create("ws://" + host + ":" + port),
                own == null && isDefault ? setting(Setting.OBS_PASSWORD).orElse(null) : own,
                camera.folder());
    }

    /** Whether it is the one that the settings mean. */
    static boolean isDefault(Camera camera) {
        return DEFAULT.equals(URI.create(camera.url()).getHost());
    }

    private Optional<String> setting(Setting setting) {
        return settings.all().get(setting);
    }

    private void connect(StudioSpec spec) {
        StudioFiles files = new StudioFiles(engine::client, data.arriving());
        Executor readers = work -> threads.newThread(work).start();
        Studio studio = new Studio(spec, http, new Told(), files, readers, clock);
        Thread thread = threads.newThread(studio);
        running.put(spec.cameraId(), new Running(studio, thread));
        thread.start();
    }

    private void leave(Running known) {
        running.remove(known.studio().spec().cameraId());
        known.studio().end();
        try {
            known.thread().join(3000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void stop() {
        threads = null;
        running.values().forEach(this::leave);
    }

    /** The one that is this camera; empty when the camera is none, or was removed. */
    Optional<Studio> of(UUID cameraId) {
        if (!running.containsKey(cameraId)) refresh();
        return Optional.ofNullable(running.get(cameraId)).map(Running::studio);
    }

    /** How it stands. */
    public Optional<StudioState> state(UUID cameraId) {
        return Optional.ofNullable(running.get(cameraId))
                .map(known -> known.studio().state());
    }

    /** Of all there are. */
    List<StudioState> states() {
        return running.values().stream().map(known -> known.studio().state()).toList();
    }

    /** Tells it as the engine would: so everybody who listens to the engine hears it. */
    private final class Told implements StudioReports {

        @Override
        public void recording(RecordingStatus status) {
            events.fire(new EngineEvent("recording", null, status));
        }

        @Override
        public void connection(FeedStatus status) {
            events.fire(new EngineEvent("feed", status, null));
        }
    }
}
