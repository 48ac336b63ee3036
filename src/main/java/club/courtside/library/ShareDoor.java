package club.courtside.library;

import club.courtside.account.SignInAttempts;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets in who has a link, and says its password where it asks for one. Without a transaction of its own: comparing a
 * password is slow, and connections are few.
 */
@ApplicationScoped
public class ShareDoor {

    private final SharedVideos videos;
    private final OpenedShares opened;
    private final SignInAttempts attempts;

    @Inject
    public ShareDoor(SharedVideos videos, OpenedShares opened, SignInAttempts attempts) {
        this.videos = videos;
        this.opened = opened;
        this.attempts = attempts;
    }

    protected ShareDoor() {
        this(null, null, null);
    }

    /**
     * Whether the link's password is still to be said.
     *
     * @throws ProblemException 404
     */
    public boolean isClosed(String token) {
        Share share = videos.share(token);
        return share.hasPassword() && !opened.contains(share.id());
    }

    /**
     * @param address where the request comes from
     * @throws ProblemException 404, 403 naming nothing when the password is wrong, 429 after too many attempts
     */
    public void open(String token, String password, String address) {
        Share share = videos.share(token);
        String lock = "share " + share.id();
        attempts.check(lock, address);
        if (share.hasPassword() && !share.opensWith(password)) {
            attempts.failed(lock, address);
            throw ProblemException.forbidden("the password is wrong");
        }
        attempts.succeeded(lock, address);
        opened.add(share.id());
    }

    /** @throws ProblemException 404, or 403 while the password is still to be said */
    StoredVideo file(String token, int angle) {
        check(token);
        return videos.stored(token, angle);
    }

    /** @throws ProblemException 404, or 403 where the link lets nobody save the file */
    StoredVideo download(String token, int angle) {
        check(token);
        if (!videos.share(token).mayDownload())
            throw ProblemException.forbidden("this link lets you watch the video, not save it");
        return videos.stored(token, angle);
    }

    private void check(String token) {
        if (isClosed(token)) throw ProblemException.forbidden("say the link's password first");
    }
}
