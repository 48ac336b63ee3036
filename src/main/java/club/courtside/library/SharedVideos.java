package club.courtside.library;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** What links open. One that has ended or was taken back does not exist (404), and so does its video. */
@ApplicationScoped
@Transactional
public class SharedVideos {

    private final Shares shares;
    private final ShareLinks links;
    private final Markers markers;
    private final StoredVideos stored;
    private final Clock clock;

    @Inject
    public SharedVideos(Shares shares, ShareLinks links, Markers markers, StoredVideos stored, Clock clock) {
        this.shares = shares;
        this.links = links;
        this.markers = markers;
        this.stored = stored;
        this.clock = clock;
    }

    protected SharedVideos() {
        this(null, null, null, null, null);
    }

    /** @throws ProblemException 404 */
    Share share(String token) {
        return links.shareOf(token == null ? "" : token)
                .flatMap(shares::find)
                .filter(share -> share.isLink() && !share.isOver(clock.instant()))
                .filter(share -> !share.video().isDeleted())
                .orElseThrow(() -> ProblemException.notFound("this link does not lead anywhere any more"));
    }

    /** @throws ProblemException 404 */
    public SharedVideo video(String token) {
        Share share = share(token);
        Video video = share.video();
        String codec = video.format().videoCodec();
        return new SharedVideo(
                share.id(),
                VideoCard.behind(links.pathOf(share.id()), video),
                video.isPlayedByBrowsers() && ("hevc".equals(codec) || "h265".equals(codec)),
                MarkerView.of(markers.of(video), video.startedAt()),
                video.club().timeZone(),
                share.expiresAt(),
                share.mayDownload());
    }

    /** @throws ProblemException 404 */
    StoredVideo stored(String token) {
        return stored.of(share(token).video());
    }
}
