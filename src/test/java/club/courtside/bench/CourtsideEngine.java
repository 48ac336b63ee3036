package club.courtside.bench;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.client.EngineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Ours: one engine process for all cameras, with somebody who reads its events, as the web application does. */
final class CourtsideEngine implements Contender {

    private final Function<String, String> addresses;
    private final BenchEngine engine;
    private final Map<String, Long> announced = new ConcurrentHashMap<>();
    private final List<String> recorded = new ArrayList<>();
    private final Thread events;
    private int rounds;

    /** @param addresses a camera's name to its address */
    CourtsideEngine(BenchEngine engine, Function<String, String> addresses) {
        this.engine = engine;
        this.addresses = addresses;
        events = new Thread(this::listen, "events");
        events.setDaemon(true);
        events.start();
    }

    private void listen() {
        try {
            engine.client().events(this::heard);
        } catch (EngineException gone) {
            // The engine was closed first.
        }
    }

    private void heard(EngineEvent event) {
        if (event.recording() != null && event.recording().frames() > 0)
            announced.putIfAbsent(event.recording().feedId(), System.nanoTime());
    }

    @Override
    public String name() {
        return "Courtside";
    }

    @Override
    public String commandLine() {
        return "one engine process for all cameras, started as the web application starts it; PUT /feeds/CAMERA and"
                + " PUT /recordings/ID for each, published by its relay too; one reader of /events";
    }

    @Override
    public void start(List<String> cameras, Path folder) {
        rounds++;
        announced.clear();
        recorded.clear();
        recorded.addAll(cameras);
        for (String camera : cameras) {
            engine.connect(camera, addresses.apply(camera));
            engine.record(recording(camera), camera, Duration.ofHours(1));
        }
    }

    private String recording(String camera) {
        return camera + "-" + Integer.toHexString(hashCode()) + "-" + rounds;
    }

    @Override
    public Collection<Long> pids() {
        return List.of(engine.pid());
    }

    @Override
    public Path file(String camera) {
        return engine.file(recording(camera));
    }

    @Override
    public Map<String, Long> announced() {
        return announced;
    }

    @Override
    public void finish() {
        for (String camera : recorded) {
            engine.client().stopRecording(recording(camera));
            engine.client().deleteRecording(recording(camera));
            engine.client().deleteFeed(camera);
        }
    }

    @Override
    public void close() {
        events.interrupt();
    }
}
