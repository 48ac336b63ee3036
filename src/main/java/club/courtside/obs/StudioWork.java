package club.courtside.obs;

import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.obs.websocket.ObsRefusal;
import club.courtside.session.RecordingQuality;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an OBS Studio records for us: one take at a time, from its order to its end. Belongs to the studio's thread. */
final class StudioWork {

    private static final Logger LOG = Logger.getLogger(StudioWork.class.getName());
    private static final Duration TO_START = Duration.ofSeconds(10);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final StudioSpec spec;
    private final StudioLink obs;
    private final StudioReports reports;
    private final StudioProfile profile;
    private final StudioQuality quality;
    private final StudioHarvest harvest;
    private final Clock clock;
    private StudioTake take;
    private long renderedBefore;

    StudioWork(StudioSpec spec, StudioLink obs, StudioReports reports, StudioHarvest harvest, Clock clock) {
        this.spec = spec;
        this.obs = obs;
        this.reports = reports;
        this.profile = new StudioProfile(obs);
        this.quality = new StudioQuality(obs);
        this.harvest = harvest;
        this.clock = clock;
    }

    /** What it can be asked for. */
    Set<RecordingQuality> qualities() {
        return quality.offered();
    }

    boolean isIdle() {
        return take == null;
    }

    /** Begins, goes on, or ends. @throws EngineException why it does not */
    RecordingStatus order(StudioOrder order) {
        var harvested = harvest.status(order);
        if (harvested.isPresent()) return harvested.get();
        if (take != null && !take.is(order)) throw StudioReasons.refusal(StudioReasons.BUSY);
        if (take != null) take.shall(order);
        else if (order.begunAt() == null) begin(order);
        else resume(order);
        return take == null ? harvest.status(order).orElseThrow() : take.status();
    }

    /** @throws EngineException why it cannot be */
    RecordingStatus stop(StudioOrder order) {
        RecordingStatus status = order(order);
        if (take == null || !take.is(order)) return status;
        stop();
        return take == null ? harvest.status(order).orElse(status) : take.status();
    }

    private void begin(StudioOrder order) {
        if (!clock.instant().isBefore(order.endsAt())) throw StudioReasons.refusal(StudioReasons.NOT_STARTED);
        if (obs.ask("GetRecordStatus").path("outputActive").asBoolean())
            throw StudioReasons.refusal(StudioReasons.BUSY);
        try {
            quality.shallBe(order.quality());
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
        else take.lost(StudioReasons.of(obs.why() == null ? ObsLoss.UNREACHABLE : obs.why()));
    }

    void opened() {
        quality.tidy();
        harvest.folderIs(profile.folder());
        meet();
    }

    /** What OBS does when we come (again). */
    private void meet() {
        boolean active = obs.ask("GetRecordStatus").path("outputActive").asBoolean();
        Optional<String> file = active ? profile.fileBeingWritten() : Optional.empty();
        if (take == null) {
            // It was stopped while OBS could not be reached.
            if (file.filter(harvest::awaits).isPresent()) obs.ask("StopRecord");
            return;
        }
        take.found();
        if (!active && wasStartedAnew() && take.canGoOn(clock.instant())) {
            goOn();
            return;
        }
        if (!active || file.filter(path -> !path.contains(take.order().name())).isPresent()) {
            take.because(StudioReasons.of(ObsLoss.CLOSED));
            ended(null);
            return;
        }
        if (take.isStarting()) take.begun(clock.instant(), null);
        if (take.isStopping()) stop();
    }

    /** Else somebody has stopped the recording there while nobody here saw it. */
    private boolean wasStartedAnew() {
        return StudioFigures.of(obs.ask("GetStats")).renderedFrames() < renderedBefore;
    }

    /** In another file, since OBS cannot go on with the one that its crash left. */
    private void goOn() {
        take.goesOn(clock.instant().plus(TO_START));
        try {
            profile.prepare(take.fileName(), spec.folder());
            obs.ask("StartRecord");
        } catch (ObsRefusal no) {
            LOG.log(Level.INFO, "recording {0} does not go on: {1}", new Object[] {
                take.order().id(), no.getMessage()
            });
            profile.restore();
            ended(null);
        }
    }

    void lost(ObsLoss why) {
        if (take == null) return;
        take.lost(StudioReasons.of(why));
        reports.recording(take.status());
    }

    /** @param data of {@code RecordStateChanged} */
    void changed(JsonNode data) {
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
        if (take == null || !take.isStarting() && !take.isGoingOn()) return;
        if (take.isGoingOn()) take.wentOn(clock.instant(), path);
        else take.begun(clock.instant(), path);
        reports.recording(take.status());
        profile.restore();
    }

    private void paused(boolean now) {
        if (take == null) return;
        take.paused(now, clock.instant());
        reports.recording(take.status());
    }

    /** @param status {@code GetRecordStatus} */
    void follow(JsonNode status, StudioFigures figures) {
        renderedBefore = figures.renderedFrames();
        if (take == null) return;
        if (status.path("outputActive").asBoolean()) {
            if (take.isStarting() || take.isGoingOn()) started(null);
            take.counted(status, figures.frames(), clock.instant());
        } else if (!take.isStarting() && !take.isGoingOn()) ended(null);
    }

    void everySecond() {
        if (take != null) watch(clock.instant());
        if (take != null) reports.recording(take.status());
    }

    /** What is late. */
    private void watch(Instant now) {
        if (take.isStarting() && take.isOverdue(now)) {
            take.failed(StudioReasons.NOT_STARTED, now);
            reports.recording(take.status());
            take = null;
        } else if (take.isGoingOn() && take.isOverdue(now)) {
            ended(null);
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
