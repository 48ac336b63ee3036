package club.courtside.obs;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsEvent;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.obs.websocket.ObsLost;
import club.courtside.obs.websocket.ObsRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One OBS Studio: what it does, and what it shall do. Everything happens in one thread, to which everybody else leaves
 * notes; once a second it asks OBS how things are, so that a lost event costs a second and no recording.
 */
final class Studio implements Runnable, StudioLink.Listener {

    private static final Logger LOG = Logger.getLogger(Studio.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TO_START = Duration.ofSeconds(10);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final StudioSpec spec;
    private final StudioReports reports;
    private final Clock clock;
    private final BlockingQueue<Runnable> notes = new LinkedBlockingQueue<>();
    private final StudioLink obs;
    private final StudioProfile profile;
    private final StudioHarvest harvest;

    private volatile boolean ending;
    private volatile StudioState state;
    private StudioTake take;
    private boolean recordingByItself;

    Studio(StudioSpec spec, HttpClient http, StudioReports reports, StudioFiles files, Executor readers, Clock clock) {
        this.spec = spec;
        this.reports = reports;
        this.clock = clock;
        this.obs = new StudioLink(spec, http, clock, notes::add, this);
        this.profile = new StudioProfile(obs);
        this.harvest = new StudioHarvest(spec, reports, files, readers, notes::add, clock);
        this.state = StudioState.unknown(clock.instant());
    }

    @Override
    public void run() {
        Instant tick = clock.instant();
        while (!ending) {
            try {
                long wait = Math.max(0, Duration.between(clock.instant(), tick).toMillis());
                Runnable note = notes.poll(wait, TimeUnit.MILLISECONDS);
                if (note != null) note.run();
                if (clock.instant().isBefore(tick)) continue;
                tick = clock.instant().plus(EVERY);
                everySecond();
            } catch (ObsLost lost) {
                LOG.log(Level.FINE, "OBS Studio at {0}: {1}", new Object[] {spec.address(), lost.getMessage()});
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "OBS Studio at " + spec.address() + " surprises", e);
            }
        }
        obs.close();
    }

    void end() {
        ending = true;
        notes.add(() -> {});
    }

    StudioSpec spec() {
        return spec;
    }

    StudioState state() {
        return state;
    }

    /** Begins, goes on, or ends. @return fails with {@link EngineException} */
    CompletableFuture<RecordingStatus> order(StudioOrder order) {
        return inThread(() -> ordered(order));
    }

    CompletableFuture<RecordingStatus> stop(StudioOrder order) {
        return inThread(() -> {
            RecordingStatus status = ordered(order);
            if (take == null || !take.is(order)) return status;
            stop();
            return take == null ? harvest.status(order).orElse(status) : take.status();
        });
    }

    /** @return fails with {@link EngineException} */
    CompletableFuture<Void> show(String scene) {
        return inThread(() -> {
            try {
                obs.ask("SetCurrentProgramScene", Map.of("sceneName", scene));
                return null;
            } catch (ObsRefusal unknown) {
                throw StudioReasons.refusal(new Reason("not_found", "OBS Studio has no such scene"));
            }
        });
    }

    private <T> CompletableFuture<T> inThread(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        notes.add(() -> {
            try {
                answer.complete(work.get());
            } catch (ObsLost lost) {
                answer.completeExceptionally(StudioReasons.refusal(StudioReasons.of(lost.loss())));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private RecordingStatus ordered(StudioOrder order) {
        var harvested = harvest.status(order);
        if (harvested.isPresent()) return harvested.get();
        if (take != null && !take.is(order)) throw StudioReasons.refusal(StudioReasons.BUSY);
        if (take != null) take.shall(order);
        else if (order.begunAt() == null) begin(order);
        else resume(order);
        return take == null ? harvest.status(order).orElseThrow() : take.status();
    }

    private void begin(StudioOrder order) {
        if (!clock.instant().isBefore(order.endsAt())) throw StudioReasons.refusal(StudioReasons.NOT_STARTED);
        if (obs.ask("GetRecordStatus").path("outputActive").asBoolean())
            throw StudioReasons.refusal(StudioReasons.BUSY);
        try {
            profile.prepare(order.name(), spec.folder());
            harvest.folderIs(profile.folder());
            obs.ask("StartRecord");
        } catch (ObsRefusal no) {
            LOG.log(Level.INFO, "recording {0} does not begin: {1}", new Object[] {order.id(), no.getMessage()});
            profile.restore();
            throw StudioReasons.refusal(
                    no.code() == ObsRefusal.OUTPUT_RUNNING ? StudioReasons.STOPPING : StudioReasons.NOT_STARTED);
        }
        take = new StudioTake(spec.cameraId(), order, clock.instant().plus(TO_START));
    }

    /** It began before we did: this application was started anew. */
    private void resume(StudioOrder order) {
        take = new StudioTake(spec.cameraId(), order, null);
        if (obs.isOpen()) meet();
        else take.lost(StudioReasons.of(why()));
    }

    private ObsLoss why() {
        return obs.why() == null ? ObsLoss.UNREACHABLE : obs.why();
    }

    @Override
    public void opened() {
        harvest.folderIs(profile.folder());
        String version = obs.ask("GetVersion").path("obsVersion").asText();
        LOG.log(Level.INFO, "connected to OBS Studio {0} at {1}", new Object[] {version, spec.address()});
        tell(new StudioState(
                FeedState.LIVE, clock.instant(), null, version, false, state.scene(), state.scenes(), null));
        meet();
        everySecond();
    }

    /** What OBS does when we come (again). */
    private void meet() {
        boolean active = obs.ask("GetRecordStatus").path("outputActive").asBoolean();
        Optional<String> file = active ? fileBeingWritten() : Optional.empty();
        if (take == null) {
            // It was stopped while OBS could not be reached.
            if (file.filter(harvest::awaits).isPresent()) obs.ask("StopRecord");
            return;
        }
        take.found();
        if (!active || file.filter(path -> !path.contains(take.order().name())).isPresent()) {
            take.because(StudioReasons.of(ObsLoss.CLOSED));
            ended(null);
            return;
        }
        if (take.isStarting()) take.begun(clock.instant(), null);
        if (take.isStopping()) stop();
    }

    /** Empty when OBS does not say so. */
    private Optional<String> fileBeingWritten() {
        for (String output : List.of("simple_file_output", "adv_file_output")) {
            try {
                String path = obs.ask("GetOutputSettings", Map.of("outputName", output))
                        .path("outputSettings")
                        .path("path")
                        .asText("");
                if (!path.isEmpty()) return Optional.of(path);
            } catch (ObsRefusal otherMode) {
                LOG.log(Level.FINE, "no output {0}: {1}", new Object[] {output, otherMode.getMessage()});
            }
        }
        return Optional.empty();
    }

    @Override
    public void lost(ObsLoss why) {
        if (take != null) {
            take.lost(StudioReasons.of(why));
            reports.recording(take.status());
        }
        if (state.link() != FeedState.LOST || !why.code().equals(state.reason().code()))
            tell(new StudioState(
                    FeedState.LOST,
                    clock.instant(),
                    StudioReasons.of(why),
                    state.version(),
                    false,
                    null,
                    List.of(),
                    null));
    }

    private void tell(StudioState now) {
        state = now;
        reports.connection(new FeedStatus(
                spec.cameraId().toString(), now.link(), now.since(), now.reason(), null, null, 0, 0, 0, 0, 0, 0));
    }

    @Override
    public void event(ObsEvent event) {
        switch (event.type()) {
            case "RecordStateChanged" -> recordState(event.data());
            case "CurrentProgramSceneChanged", "SceneListChanged" -> look(null);
            default -> LOG.log(Level.FINEST, "OBS Studio says {0}", event.type());
        }
    }

    private void recordState(JsonNode data) {
        String path = data.path("outputPath").asText(null);
        switch (data.path("outputState").asText()) {
            case "OBS_WEBSOCKET_OUTPUT_STARTED" -> started(path);
            case "OBS_WEBSOCKET_OUTPUT_STOPPED" -> {
                if (take != null) ended(path);
            }
            case "OBS_WEBSOCKET_OUTPUT_PAUSED" -> paused(true);
            case "OBS_WEBSOCKET_OUTPUT_RESUMED" -> paused(false);
            default -> LOG.log(Level.FINEST, "OBS Studio: {0}", data);
        }
    }

    private void started(String path) {
        if (take == null || !take.isStarting()) return;
        take.begun(clock.instant(), path);
        reports.recording(take.status());
        profile.restore();
    }

    private void paused(boolean now) {
        if (take == null) return;
        take.paused(now);
        reports.recording(take.status());
    }

    private void everySecond() {
        obs.tryAgain();
        if (obs.isOpen()) {
            JsonNode status = obs.ask("GetRecordStatus");
            StudioFigures figures = StudioFigures.of(obs.ask("GetStats"));
            follow(status, figures);
            look(figures);
        }
        if (take != null) watch(clock.instant());
        if (take != null) reports.recording(take.status());
        harvest.everySecond();
    }

    private void follow(JsonNode status, StudioFigures figures) {
        boolean active = status.path("outputActive").asBoolean();
        recordingByItself = active && take == null;
        if (take == null) return;
        if (active) {
            if (take.isStarting()) started(null);
            take.counted(status, figures.frames());
        } else if (!take.isStarting()) ended(null);
    }

    private void look(StudioFigures figures) {
        JsonNode list = obs.ask("GetSceneList");
        List<String> scenes = new ArrayList<>();
        list.path("scenes")
                .forEach(scene -> scenes.add(0, scene.path("sceneName").asText()));
        state = new StudioState(
                state.link(),
                state.since(),
                recordingByItself ? StudioReasons.BUSY : null,
                state.version(),
                recordingByItself,
                list.path("currentProgramSceneName").asText(null),
                List.copyOf(scenes),
                figures == null ? state.figures() : figures);
    }

    /** What is late. */
    private void watch(Instant now) {
        if (take.isStarting() && take.isOverdue(now)) {
            take.failed(StudioReasons.NOT_STARTED, now);
            reports.recording(take.status());
            take = null;
        } else if (take.isStopping() && take.isOverdue(now)) {
            take.because(StudioReasons.STOPPING);
            ended(null);
        } else if (take.isDue(now) && !take.isStopping()) stop();
    }

    private void stop() {
        take.stopping(null, clock.instant().plus(TO_STOP));
        if (!obs.isOpen()) {
            ended(null);
            return;
        }
        try {
            String path = obs.ask("StopRecord").path("outputPath").asText(null);
            take.stopping(path, clock.instant().plus(TO_STOP));
        } catch (ObsRefusal no) {
            if (no.code() == ObsRefusal.OUTPUT_NOT_RUNNING) ended(null);
            else
                LOG.log(Level.INFO, "recording {0} does not stop: {1}", new Object[] {
                    take.order().id(), no.getMessage()
                });
        }
    }

    private void ended(String path) {
        StudioTake over = take;
        take = null;
        over.ended(path, clock.instant());
        harvest.add(over, path != null);
    }
}
