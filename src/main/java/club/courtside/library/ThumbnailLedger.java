package club.courtside.library;

import club.courtside.platform.LiveUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

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

    /** @return false when the video was deleted meanwhile: nobody else takes the file away */
    boolean made(UUID videoId) {
        return noted(videoId, VideoPictures::thumbnailMade);
    }

    private boolean noted(UUID videoId, Consumer<VideoPictures> change) {
        Optional<Video> there = videos.find(videoId);
        there.ifPresent(video -> {
            change.accept(video.pictures());
            tell(video);
        });
        return there.isPresent();
    }

    private void tell(Video video) {
        updates.fire(new LiveUpdate("video_changed", video.club().id(), VideoView.ownerId(video), VideoView.of(video)));
    }

    List<Video> withoutStrip(int most) {
        return videos.withoutStrip(most);
    }

    /** @see #made */
    boolean stripMade(UUID videoId, int pictures) {
        return noted(videoId, made -> made.stripMade(pictures));
    }

    void stripFailed(UUID videoId) {
        videos.find(videoId).ifPresent(video -> video.pictures().stripFailed());
    }

    void failed(UUID videoId) {
        videos.find(videoId).ifPresent(video -> video.pictures().thumbnailFailed());
    }
}
