package club.courtside.health;

import club.courtside.court.Camera;
import club.courtside.court.CameraFeeds;
import club.courtside.court.CameraState;
import club.courtside.court.Cameras;
import club.courtside.engine.api.FeedStatus;
import club.courtside.health.work.WorkDesk;
import club.courtside.health.work.WorkStatistics.WorkCount;
import club.courtside.platform.DataFolder;
import club.courtside.settings.premises.Premise;
import club.courtside.settings.premises.Premises;
import club.courtside.upload.TargetHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** Looks at everything that recording needs: the one set of checks, of the API and of the health page. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class SystemChecks {

    private static final int PATIENCE_SECONDS = 2;
    private static final Duration LONG_IN_QUEUE = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofHours(24);
    /** Steps that need a model. */
    private static final Set<String> MODELLED = Set.of("describe", "subtitle");

    private static final Set<CameraState> IN_TROUBLE = Set.of(CameraState.OFFLINE, CameraState.INTERRUPTED);

    private final HealthChecks recording;
    private final DataSource database;
    private final Cameras cameras;
    private final CameraFeeds feeds;
    private final DiskForecast forecast;
    private final WorkDesk work;
    private final TargetHealth targets;
    private final DataFolder folder;
    private final Clock clock;

    @Inject
    public SystemChecks(
            HealthChecks recording,
            DataSource database,
            Cameras cameras,
            CameraFeeds feeds,
            DiskForecast forecast,
            WorkDesk work,
            TargetHealth targets,
            DataFolder folder,
            Clock clock) {
        this.recording = recording;
        this.database = database;
        this.cameras = cameras;
        this.feeds = feeds;
        this.forecast = forecast;
        this.work = work;
        this.targets = targets;
        this.folder = folder;
        this.clock = clock;
    }

    protected SystemChecks() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** Names no camera and no club: anybody may know it. */
    public HealthReport report() {
        return HealthReport.of(clock.instant(), checks(false));
    }

    /** With a check for each camera, for the operator. */
    public HealthReport fullReport() {
        return HealthReport.of(clock.instant(), checks(true));
    }

    private List<Check> checks(boolean eachCamera) {
        List<Check> checks = new ArrayList<>();
        VideoHealth health = recording.video();
        Check data = database();
        checks.add(engine(health.engine()));
        checks.add(disk(health.disk(), data.state() == Verdict.HEALTHY));
        checks.add(data);
        checks.add(relay(health.relay()));
        List<WorkCount> counts = data.state() == Verdict.HEALTHY ? work.counts() : List.of();
        Premises.at(folder.root(), folder.models()).stream()
                .map(found -> found.name().equals("models") ? models(found, counts) : premise(found))
                .filter(check -> eachCamera || check.state() != Verdict.HEALTHY)
                .forEach(checks::add);
        if (data.state() == Verdict.HEALTHY) {
            List<Check> each = cameras.all().stream().map(this::camera).toList();
            checks.add(cameras(each));
            checks.add(queue(counts));
            checks.add(targets());
            if (eachCamera) checks.addAll(each);
        }
        return checks;
    }

    /** Where it is installed is the operator's to know. */
    private static Check premise(Premise premise) {
        if (premise.isInOrder())
            return Check.healthy(
                    premise.name(), premise.detail(), premise.figures().toArray());
        return Check.of(premise.name(), Verdict.UNHEALTHY, premise.reason(), premise.title() + " cannot be used");
    }

    private Check database() {
        long began = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            if (connection.isValid(PATIENCE_SECONDS)) {
                long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
                return Check.healthy("database", "it answers in " + millis + " ms", millis);
            }
        } catch (SQLException away) {
            return Check.of("database", Verdict.UNHEALTHY, "unreachable", "it cannot be reached");
        }
        return Check.of("database", Verdict.UNHEALTHY, "unreachable", "it does not answer");
    }

    private static Check engine(VideoHealth.Engine engine) {
        if (!engine.state().equals("up"))
            return Check.of(
                    "engine", Verdict.UNHEALTHY, "down", "the recording engine does not answer; it is being started");
        return Check.healthy(
                "engine",
                engine.recordings() + " recordings, " + engine.feeds() + " cameras",
                engine.recordings(),
                engine.feeds());
    }

    private static Check relay(VideoHealth.Relay relay) {
        if (!relay.state().equals("up"))
            return Check.of("relay", Verdict.DEGRADED, "down", "the RTSP relay does not listen");
        return Check.healthy(
                "relay", "it listens at port " + relay.port(), String.valueOf(relay.port()), relay.readers());
    }

    private Check disk(VideoHealth.Disk disk, boolean withForecast) {
        long free = disk.freeBytes();
        String size = String.format(Locale.ROOT, "%.1f GB are free", free / 1e9);
        if (!disk.state().equals("ok"))
            return Check.of("disk", Verdict.UNHEALTHY, "low", size + "; no recording starts", free);
        if (!withForecast) return Check.healthy("disk", size, free, -1L);
        long hours = forecast.left().map(Duration::toHours).orElse(-1L);
        if (hours >= 0 && hours < SOON.toHours())
            return Check.of(
                    "disk", Verdict.DEGRADED, "full_soon", size + "; full within " + hours + " hours", free, hours);
        return Check.healthy("disk", hours < 0 ? size : size + ", enough for " + hours / 24 + " days", free, hours);
    }

    /** What waits for a worker; what waits for its next attempt has had one. */
    private static Check queue(List<WorkCount> counts) {
        long waiting = 0;
        double oldest = 0;
        for (WorkCount count : counts) {
            if (!count.state().equals("queued")) continue;
            waiting += count.count();
            oldest = Math.max(oldest, count.oldestSeconds());
        }
        long minutes = (long) oldest / 60;
        if (oldest > LONG_IN_QUEUE.toSeconds())
            return Check.of(
                    "queue",
                    Verdict.DEGRADED,
                    "slow",
                    waiting + " wait, the oldest for " + minutes + " minutes",
                    waiting,
                    minutes);
        return Check.healthy("queue", waiting + " wait", waiting);
    }

    /** Nobody misses what nobody has asked for. */
    private static Check models(Premise found, List<WorkCount> counts) {
        boolean skipped =
                counts.stream().anyMatch(count -> count.state().equals("skipped") && MODELLED.contains(count.kind()));
        return skipped && found.figures().contains(0)
                ? Check.of("models", Verdict.DEGRADED, "missing", "steps were skipped because a model is missing")
                : premise(found);
    }

    private Check targets() {
        List<TargetHealth.View> all = targets.known();
        long bad = all.stream().filter(TargetHealth.View::isInTrouble).count();
        if (bad == 0) return Check.healthy("targets", all.size() + " targets of uploads, none in trouble", all.size());
        return Check.of(
                "targets",
                Verdict.DEGRADED,
                "failed",
                bad + " of " + all.size() + " targets of uploads cannot be used",
                bad,
                all.size());
    }

    private Check camera(Camera camera) {
        CameraState state = feeds.state(camera.id());
        String subject = camera.court().club().name() + " · " + camera.court().name() + " · " + camera.name();
        String word = state.name().toLowerCase(Locale.ROOT);
        if (!IN_TROUBLE.contains(state))
            return new Check("camera", subject, Verdict.HEALTHY, null, word, List.of(camera.id()));
        String reason = feeds.status(camera.id())
                .map(FeedStatus::reason)
                .map(why -> why.code())
                .orElse("unknown");
        return new Check("camera", subject, Verdict.DEGRADED, reason, word, List.of(camera.id()));
    }

    private static Check cameras(List<Check> each) {
        long bad = each.stream()
                .filter(camera -> camera.state() != Verdict.HEALTHY)
                .count();
        if (bad == 0)
            return Check.healthy("cameras", each.size() + " cameras, none in trouble", each.size(), each.size());
        return Check.of(
                "cameras",
                Verdict.DEGRADED,
                "offline",
                bad + " of " + each.size() + " cameras do not answer",
                each.size() - bad,
                each.size());
    }
}
