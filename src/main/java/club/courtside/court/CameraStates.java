package club.courtside.court;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How each feed stands, as the engine's events last said; only in memory, the engine says it all again. */
final class CameraStates {

    private final Map<String, FeedStatus> feeds = new ConcurrentHashMap<>();
    /** Recording id → its feed, for those that run. */
    private final Map<String, String> recordings = new ConcurrentHashMap<>();

    void feed(FeedStatus status) {
        feeds.put(status.id(), status);
    }

    void recording(RecordingStatus status) {
        RecordingState state = status.state();
        boolean writes = state == RecordingState.RECORDING || state == RecordingState.INTERRUPTED;
        if (writes) recordings.put(status.id(), status.feedId());
        else recordings.remove(status.id());
    }

    void forget(String feedId) {
        feeds.remove(feedId);
    }

    /** @param kept feeds of which others than the engine tell */
    void forgetAllBut(Set<String> kept) {
        feeds.keySet().retainAll(kept);
        recordings.values().retainAll(kept);
    }

    Optional<FeedStatus> status(String feedId) {
        return Optional.ofNullable(feeds.get(feedId));
    }

    /** Offline as long as no engine knows the feed. */
    CameraState state(String feedId) {
        FeedStatus feed = feeds.get(feedId);
        if (feed == null) return CameraState.OFFLINE;
        if (recordings.containsValue(feedId))
            return feed.state() == FeedState.LIVE ? CameraState.RECORDING : CameraState.INTERRUPTED;
        return switch (feed.state()) {
            case IDLE -> CameraState.IDLE;
            case CONNECTING -> CameraState.CONNECTING;
            case LIVE -> CameraState.LIVE;
            case LOST -> CameraState.OFFLINE;
        };
    }
}
