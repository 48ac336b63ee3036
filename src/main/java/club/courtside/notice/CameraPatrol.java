package club.courtside.notice;

import club.courtside.court.Camera;
import club.courtside.court.CameraEngine;
import club.courtside.court.CameraFeeds;
import club.courtside.court.Cameras;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks whether every camera answers, also those that nobody needs at the moment: better now than when somebody wants to
 * play. An OBS Studio that is not there is no fault.
 */
@ApplicationScoped
public class CameraPatrol {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** A camera that nobody needs. */
    private static final Duration TRY_EVERY = Duration.ofMinutes(10);

    private final Cameras cameras;
    private final CameraFeeds feeds;
    private final CameraEngine engine;
    private final CameraOutages outages;
    private final Clock clock;
    private final Map<UUID, Instant> tried = new ConcurrentHashMap<>();

    @Inject
    public CameraPatrol(Cameras cameras, CameraFeeds feeds, CameraEngine engine, CameraOutages outages, Clock clock) {
        this.cameras = cameras;
        this.feeds = feeds;
        this.engine = engine;
        this.outages = outages;
        this.clock = clock;
    }

    protected CameraPatrol() {
        this(null, null, null, null, null);
    }

    void look() {
        for (Camera camera : cameras.all()) {
            if (engine.connected().isEmpty()) return;
            if (!camera.recordsItself()) look(camera.id());
        }
    }

    private void look(UUID id) {
        switch (feeds.state(id)) {
            case LIVE, RECORDING -> outages.well(id);
            case OFFLINE, INTERRUPTED ->
                outages.lost(id, feeds.status(id).map(FeedStatus::reason).orElse(null));
            case IDLE -> {
                if (isDue(id)) tryOut(id);
            }
            case CONNECTING -> {
                // It will be known at the next look.
            }
        }
    }

    /** One that did not answer is tried at each look. */
    private boolean isDue(UUID id) {
        Instant last = tried.get(id);
        return last == null || !last.plus(TRY_EVERY).isAfter(clock.instant()) || outages.isOut(id);
    }

    private void tryOut(UUID id) {
        tried.put(id, clock.instant());
        try {
            engine.client().checkFeed(id.toString(), PATIENCE, 1);
            outages.well(id);
        } catch (EngineException refused) {
            if (!refused.isUnavailable()) outages.lost(id, refused.reason());
        }
    }
}
