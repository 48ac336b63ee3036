package club.courtside.library;

import club.courtside.platform.LiveUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Which videos have their picture and their strip; each entry one short transaction. */
@ApplicationScoped
@Transactional
public class ThumbnailLedger {

    private final Videos videos;
    private final Event<LiveUpdate> updates;

    @Inject
    public ThumbnailLedger(Videos videos, Event<LiveUpdate> updates) {
        this.videos = videos;
        this.updates = updates;
    }

    protected ThumbnailLedger() {
        this(null, null);
    }

    List<Video> missing(int most) {
        return videos.withoutThumbnail(most);
    }

    void made(UUID videoId) {
        videos.find(videoId).ifPresent(video -> {
            video.pictures().thumbnailMade();
            tell(video);
        });
    }

    private void tell(Video video) {
        updates.fire(new LiveUpdate("video_changed", video.club().id(), VideoView.ownerId(video), VideoView.of(video)));
    }

    List<Video> withoutStrip(int most) {
        return videos.withoutStrip(most);
    }

    void stripMade(UUID videoId, int pictures) {
        videos.find(videoId).ifPresent(video -> {
            video.pictures().stripMade(pictures);
            tell(video);
        });
    }

    void stripFailed(UUID videoId) {
        videos.find(videoId).ifPresent(video -> video.pictures().stripFailed());
    }

    void failed(UUID videoId) {
        videos.find(videoId).ifPresent(video -> video.pictures().thumbnailFailed());
    }
}
