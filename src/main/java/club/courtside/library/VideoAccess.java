package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.platform.ProblemException;

/** Who may do what with a video. */
final class VideoAccess {

    private VideoAccess() {}

    static boolean mayWatch(Caller caller, Video video) {
        return caller.isAdminOf(video.club().id()) || isOwner(caller, video);
    }

    static boolean mayDelete(Caller caller, Video video) {
        return caller.isAdminOf(video.club().id())
                || isOwner(caller, video) && video.club().playersMayDelete();
    }

    /** @throws ProblemException 403 */
    static void checkMayDelete(Caller caller, Video video) {
        if (!mayDelete(caller, video)) throw ProblemException.forbidden("this club does not let players delete videos");
    }

    private static boolean isOwner(Caller caller, Video video) {
        return video.owner() != null
                && video.owner().id().equals(caller.id())
                && caller.maySee(video.club().id());
    }
}
