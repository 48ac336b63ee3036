package club.courtside.health;

import club.courtside.court.Camera;
import club.courtside.court.CameraAdvice;
import club.courtside.court.CameraEngine;
import club.courtside.court.CameraFeeds;
import club.courtside.court.CameraState;
import club.courtside.court.Cameras;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.Reason;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries every camera there is, several at once. One that is live already is not disturbed. */
@ApplicationScoped
public class CameraChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int AT_ONCE = 8;
    private static final Set<CameraState> LIVE = Set.of(CameraState.LIVE, CameraState.RECORDING);

    private final Cameras cameras;
    private final CameraEngine engine;
    private final CameraFeeds feeds;

    @Inject
    public CameraChecks(Cameras cameras, CameraEngine engine, CameraFeeds feeds) {
        this.cameras = cameras;
        this.engine = engine;
        this.feeds = feeds;
    }

    protected CameraChecks() {
        this(null, null, null);
    }

    /** One line for each camera, for people; what is wrong begins with {@code wrong}, all else with {@code ok}. */
    public List<String> lines() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<String>> checks = cameras.all().stream()
                    .sorted(Comparator.comparing(CameraChecks::name))
                    .<Callable<String>>map(camera -> () -> line(camera))
                    .toList();
            return threads.invokeAll(checks).stream().map(CameraChecks::value).toList();
        } finally {
            threads.shutdown();
        }
    }

    private String line(Camera camera) {
        CameraFinding found = find(camera);
        if (found.reason() != null)
            return "wrong " + name(camera) + ": " + found.reason().message()
                    + (camera.recordsItself()
                            ? ""
                            : CameraAdvice.after(found.reason().code()));
        if (found.video() == null) return "ok " + name(camera) + ": OBS Studio";
        return "ok " + name(camera)
                + ": %s, %d × %d"
                        .formatted(
                                found.video().codec(),
                                found.video().width(),
                                found.video().height());
    }

    CameraFinding find(Camera camera) {
        if (camera.recordsItself()) return studio(camera);
        try {
            boolean live = LIVE.contains(feeds.state(camera.id()));
            FeedStatus feed = engine.client().checkFeed(camera.id().toString(), PATIENCE, 1);
            return live ? CameraFinding.live(feed) : CameraFinding.seen(feed);
        } catch (EngineException refused) {
            return CameraFinding.refused(refused.reason());
        }
    }

    /** An OBS Studio is connected all the time, or not. */
    private CameraFinding studio(Camera camera) {
        return feeds.status(camera.id())
                .map(feed -> feed.reason() == null ? CameraFinding.live(feed) : CameraFinding.refused(feed.reason()))
                .orElse(CameraFinding.refused(new Reason("obs_unreachable", "OBS Studio was not reached yet")));
    }

    private static String name(Camera camera) {
        return camera.court().club().name() + ", " + camera.court().name() + ", " + camera.name();
    }

    private static String value(Future<String> check) {
        try {
            return check.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
