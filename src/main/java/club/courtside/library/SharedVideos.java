package club.courtside.library;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What links open. One that has ended or was taken back does not exist (404), and so does its video. */
@ApplicationScoped
@Transactional
public class SharedVideos {

    private final Shares shares;
    private final ShareLinks links;
    private final Markers markers;
    private final StoredVideos stored;
    private final Videos videos;
    private final Clock clock;

    @Inject
    public SharedVideos(
            Shares shares, ShareLinks links, Markers markers, StoredVideos stored, Videos videos, Clock clock) {
        this.shares = shares;
        this.links = links;
        this.markers = markers;
        this.stored = stored;
        this.videos = videos;
        this.clock = clock;
    }

    protected SharedVideos() {
        this(null, null, null, null, null, null);
    }

    /** @throws ProblemException 404 */
    Share share(String token) {
        return links.shareOf(token == null ? "" : token)
                .flatMap(shares::find)
                .filter(share -> share.isLink() && !share.isOver(clock.instant()))
                .filter(share -> !share.video().isDeleted())
                .orElseThrow(() -> ProblemException.notFound("this link does not lead anywhere any more"));
    }

    /**
     * @param angle of the match; 0 for the one that the link was made for
     * @throws ProblemException 404
     */
    public SharedVideo video(String token, int angle) {
        Share share = share(token);
        Video video = of(share, angle);
        String path = links.pathOf(share.id());
        String codec = video.format().videoCodec();
        return new SharedVideo(
                share.id(),
                VideoCard.behind(angle == 0 ? path : path + "/" + angle, video),
                angles(video),
                path,
                video.isPlayedByBrowsers() && ("hevc".equals(codec) || "h265".equals(codec)),
                MarkerView.of(markers.of(video), video.startedAt()),
                video.club().timeZone(),
                share.expiresAt(),
                share.mayDownload());
    }

    /** Who was given a match sees it from every side. */
    private List<VideoAngle> angles(Video video) {
        List<Video> match = match(video);
        return match.size() < 2
                ? List.of()
                : match.stream().map(other -> VideoAngle.of(other, video)).toList();
    }

    private List<Video> match(Video video) {
        if (video.sessionId() == null) return List.of(video);
        return videos.inSession(video.sessionId()).stream()
                .filter(other -> other.id().equals(video.id()) || other.isAngleBeside(video))
                .toList();
    }

    private Video of(Share share, int angle) {
        if (angle == 0) return share.video();
        return match(share.video()).stream()
                .filter(video -> video.angle() == angle)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("the match has no such angle"));
    }

    /** @throws ProblemException 404 */
    StoredVideo stored(String token, int angle) {
        return stored.of(of(share(token), angle));
    }
}
