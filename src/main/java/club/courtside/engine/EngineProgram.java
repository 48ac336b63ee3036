package club.courtside.engine;

import club.courtside.engine.api.RunningEngine;
import club.courtside.media.relay.Relay;
import club.courtside.media.relay.RelayLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A whole engine in order: opened it listens and says where, closed it has finished its recordings. */
final class EngineProgram implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EngineProgram.class.getName());
    private static final Duration LOOKING_AT_A_FILE = Duration.ofSeconds(30);

    private final EngineSettings settings;
    private final Activity activity = new Activity();
    private final Events events = new Events();
    private final RelayDoor door = new RelayDoor(events::ask, System::nanoTime);
    private final Relay relay;
    private final Engine engine;
    private final EngineServer server;
    private final Watchdog watchdog;
    private final Tasks tasks;
    private final Yielding yielding;
    private boolean closed;

    /** @param end what {@code /shutdown} does; returns at once */
    EngineProgram(EngineSettings settings, MediaParts parts, Runnable end) throws IOException {
        this.settings = settings;
        this.relay = Relay.open(settings.relay(), door, RelayLimits.USUAL);
        this.engine = new Engine(parts, events, relay, settings.mostViewers());
        events.start(engine);
        this.watchdog = new Watchdog(engine);
        this.tasks = new Tasks(
                new TaskCommand(settings.nativeCache(), settings.taskFolders()),
                settings.tasksAtOnce(),
                TaskLimits.USUAL);
        this.yielding = new Yielding(engine::lag, engine::isBusyWithCameras, tasks);
        String secret = secret();
        this.server = new EngineServer(secret, routes(end), activity, settings.patience());
        var running =
                new RunningEngine(server.port(), secret, ProcessHandle.current().pid());
        running.write(settings.data());
        LOG.log(System.Logger.Level.INFO, "{0}, FFmpeg {1}", running, parts.version());
    }

    private List<Route> routes(Runnable end) {
        var processes = new MediaProcesses(settings.nativeCache(), LOOKING_AT_A_FILE);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new StatusCalls(engine, Instant.now(), end).routes());
        routes.addAll(new FeedCalls(engine).routes());
        routes.addAll(new RecordingCalls(engine).routes());
        routes.addAll(new LiveCalls(engine).routes());
        routes.addAll(new FileCalls(engine, processes).routes());
        routes.addAll(new TaskCalls(tasks, engine).routes());
        routes.addAll(new EventCalls(events).routes());
        routes.addAll(new RelayCalls(door, relay).routes());
        return routes;
    }

    private static String secret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Nobody has asked for anything for a while, nothing records, no task is open, and nobody reads from the relay. */
    boolean isIdle() {
        return activity.isQuietFor(settings.idle()) && !engine.isRecording() && tasks.areOver() && relay.readers() == 0;
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) return;
        closed = true;
        yielding.close();
        tasks.close();
        engine.close();
        Files.deleteIfExists(RunningEngine.file(settings.data()));
        watchdog.close();
        events.close();
        server.close();
        LOG.log(System.Logger.Level.INFO, "ended");
    }
}
