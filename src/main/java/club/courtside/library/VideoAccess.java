package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Who may do what with a video. What somebody may not know of does not exist for them (404); what they may see but not do
 * is refused (403).
 */
@ApplicationScoped
public class VideoAccess {

    private final Videos videos;
    private final Shares shares;

    @Inject
    public VideoAccess(Videos videos, Shares shares) {
        this.videos = videos;
        this.shares = shares;
    }

    protected VideoAccess() {
        this(null, null);
    }

    /** @throws ProblemException 404 */
    public Video watchable(Caller caller, UUID videoId) {
        return videos.find(videoId)
                .filter(video -> mayWatch(caller, video))
                .orElseThrow(() -> ProblemException.notFound("there is no such video"));
    }

    /** Those of them that somebody may know of. */
    List<Video> watchable(Caller caller, List<Video> some) {
        return some.stream().filter(video -> mayWatch(caller, video)).toList();
    }

    /**
     * To rename, mark, keep or share it.
     *
     * @throws ProblemException 404 or 403
     */
    Video changeable(Caller caller, UUID videoId) {
        Video video = watchable(caller, videoId);
        if (!mayChange(caller, video)) throw ProblemException.forbidden("this video belongs to somebody else");
        return video;
    }

    /** @throws ProblemException 404 or 403 */
    Video deletable(Caller caller, UUID videoId) {
        Video video = watchable(caller, videoId);
        if (!mayDelete(caller, video)) throw ProblemException.forbidden("this club does not let players delete videos");
        return video;
    }

    /** Those of their own, and those that were shared with them. */
    private boolean mayWatch(Caller caller, Video video) {
        return mayChange(caller, video)
                || caller.maySee(video.club().id())
                        && shares.with(caller.id(), video).isPresent();
    }

    public static boolean mayChange(Caller caller, Video video) {
        return caller.isAdminOf(video.club().id()) || isOwner(caller, video);
    }

    static boolean mayDelete(Caller caller, Video video) {
        return caller.isAdminOf(video.club().id())
                || isOwner(caller, video) && video.club().playersMayDelete();
    }

    private static boolean isOwner(Caller caller, Video video) {
        return video.owner() != null
                && video.owner().id().equals(caller.id())
                && caller.maySee(video.club().id());
    }
}
