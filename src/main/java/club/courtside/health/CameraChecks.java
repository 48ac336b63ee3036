package club.courtside.health;

import club.courtside.court.Camera;
import club.courtside.court.CameraAdvice;
import club.courtside.court.CameraEngine;
import club.courtside.court.CameraFeeds;
import club.courtside.court.Cameras;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
        if (camera.recordsItself()) return studio(camera);
        try {
            FeedStatus feed = engine.client().checkFeed(camera.id().toString(), PATIENCE, 1);
            return "ok " + name(camera)
                    + ": %s, %d × %d"
                            .formatted(
                                    feed.video().codec(),
                                    feed.video().width(),
                                    feed.video().height());
        } catch (EngineException refused) {
            return "wrong " + name(camera) + ": " + refused.getMessage()
                    + CameraAdvice.after(refused.reason().code());
        }
    }

    /** An OBS Studio is connected all the time, or not. */
    private String studio(Camera camera) {
        return feeds.status(camera.id())
                .map(feed -> feed.reason() == null
                        ? "ok " + name(camera) + ": OBS Studio"
                        : "wrong " + name(camera) + ": " + feed.reason().message())
                .orElse("wrong " + name(camera) + ": OBS Studio was not reached yet");
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
