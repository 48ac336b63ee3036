package club.courtside.obs;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsEvent;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.obs.websocket.ObsRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One OBS Studio: what it does, and what it shall do. Once a second it is asked how things are, so that a lost event costs
 * a second and no recording.
 */
final class Studio implements Runnable, StudioLink.Listener {

    private static final Logger LOG = Logger.getLogger(Studio.class.getName());

    private final StudioSpec spec;
    private final StudioThread thread;
    private final StudioLink obs;
    private final StudioSight sight;
    private final StudioHarvest harvest;
    private final StudioWork work;

    Studio(StudioSpec spec, HttpClient http, StudioReports reports, StudioFiles files, Executor readers, Clock clock) {
        this.spec = spec;
        this.thread = new StudioThread(spec.address(), clock);
        this.obs = new StudioLink(spec, http, clock, thread::leave, this);
        this.sight = new StudioSight(spec.cameraId(), reports, clock);
        this.harvest = new StudioHarvest(spec, reports, files, readers, thread::leave, clock);
        this.work = new StudioWork(spec, obs, reports, harvest, clock);
    }

    @Override
    public void run() {
        thread.work(this::everySecond);
        obs.close();
    }

    void end() {
        thread.end();
    }

    StudioSpec spec() {
        return spec;
    }

    StudioState state() {
        return sight.state();
    }

    /** Begins, goes on, or ends. @return fails with {@link EngineException} */
    CompletableFuture<RecordingStatus> order(StudioOrder order) {
        return thread.ask(() -> work.order(order));
    }

    /** @return fails with {@link EngineException} */
    CompletableFuture<RecordingStatus> stop(StudioOrder order) {
        return thread.ask(() -> work.stop(order));
    }

    /** @return fails with {@link EngineException} */
    CompletableFuture<Void> show(String scene) {
        return thread.ask(() -> {
            try {
                obs.ask("SetCurrentProgramScene", Map.of("sceneName", scene));
                return null;
            } catch (ObsRefusal unknown) {
                throw StudioReasons.refusal(new Reason("not_found", "OBS Studio has no such scene"));
            }
        });
    }

    @Override
    public void opened() {
        String version = obs.ask("GetVersion").path("obsVersion").asText();
        LOG.log(Level.INFO, "connected to OBS Studio {0} at {1}", new Object[] {version, spec.address()});
        sight.connected(version);
        work.opened();
        everySecond();
    }

    @Override
    public void lost(ObsLoss why) {
        work.lost(why);
        sight.lost(why);
    }

    @Override
    public void event(ObsEvent event) {
        switch (event.type()) {
            case "RecordStateChanged" -> work.changed(event.data());
            case "CurrentProgramSceneChanged", "SceneListChanged" -> sight.shows(obs.ask("GetSceneList"));
            default -> LOG.log(Level.FINEST, "OBS Studio says {0}", event.type());
        }
    }

    private void everySecond() {
        obs.tryAgain();
        if (obs.isOpen()) look();
        work.everySecond();
        harvest.everySecond();
    }

    private void look() {
        JsonNode status = obs.ask("GetRecordStatus");
        StudioFigures figures = StudioFigures.of(obs.ask("GetStats"));
        sight.counts(figures, work.qualities(), status.path("outputActive").asBoolean() && work.isIdle());
        work.follow(status, figures);
        sight.shows(obs.ask("GetSceneList"));
    }
}
