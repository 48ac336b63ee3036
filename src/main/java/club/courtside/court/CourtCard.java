package club.courtside.court;

import club.courtside.engine.api.FeedStatus;
import club.courtside.platform.Badge;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** A court and its cameras as administration lists them. */
public record CourtCard(UUID id, String name, int position, List<CameraCard> cameras) {

    /** @param host where it is, short */
    public record CameraCard(UUID id, String name, String host, boolean main, Badge badge) {}

    static CourtCard of(Court court, List<Camera> cameras, CameraFeeds feeds) {
        return new CourtCard(
                court.id(),
                court.name(),
                court.position(),
                cameras.stream()
                        .map(camera -> new CameraCard(
                                camera.id(),
                                camera.name(),
                                URI.create(camera.url()).getAuthority(),
                                camera.isMain(),
                                badge(feeds, camera)))
                        .toList());
    }

    /** Nobody knows yet whether a camera works that has never sent anything. */
    private static Badge badge(CameraFeeds feeds, Camera camera) {
        CameraState state = feeds.state(camera.id());
        boolean seen = feeds.status(camera.id()).map(FeedStatus::video).isPresent();
        return state == CameraState.IDLE && !seen ? Badge.UNTRIED : Badge.of(state);
    }
}
