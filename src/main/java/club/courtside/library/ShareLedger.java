package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sharing a video, and taking that back. Whoever may change the video may do both. */
@ApplicationScoped
@Transactional
public class ShareLedger {

    /** Of one video. */
    static final int MOST_LINKS = 20;

    private static final int MOST_CHOICES = 8;

    private final Shares shares;
    private final ShareLinks links;
    private final VideoAccess access;
    private final Users users;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Audit audit;

    @Inject
    public ShareLedger(
            Shares shares,
            ShareLinks links,
            VideoAccess access,
            Users users,
            Clock clock,
            Event<LiveUpdate> updates,
            Audit audit) {
        this.shares = shares;
        this.links = links;
        this.access = access;
        this.users = users;
        this.clock = clock;
        this.updates = updates;
        this.audit = audit;
    }

    protected ShareLedger() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * Those that still hold.
     *
     * @throws ProblemException 404 or 403
     */
    public List<ShareView> list(Caller caller, UUID videoId) {
        Video video = access.changeable(caller, videoId);
        Instant now = clock.instant();
        return shares.of(video).stream()
                .filter(share -> !share.isOver(now))
                .map(share -> ShareView.of(share, links))
                .toList();
    }

    /**
     * With a player of the club. Once is enough: the second time gets what is there.
     *
     * @throws ProblemException 404, 403, or 400 naming {@code player_id}
     */
    public Outcome<ShareView> shareWith(Caller caller, UUID videoId, UUID playerId) {
        Video video = access.changeable(caller, videoId);
        return shareWith(caller, video, users.byId(playerId), "player_id");
    }

    /** @throws ProblemException 404, 403, or 400 naming {@code email} */
    public Outcome<ShareView> shareWith(Caller caller, UUID videoId, String email) {
        Video video = access.changeable(caller, videoId);
        return shareWith(caller, video, users.byEmail(email), "email");
    }

    private Outcome<ShareView> shareWith(Caller caller, Video video, Optional<User> wanted, String field) {
        User player = wanted.filter(user ->
                        user.isEnabled() && user.clubs().contains(video.club().id()))
                .orElseThrow(() -> ProblemException.badRequest(field, "the club has no such member"));
        if (video.owner() != null && video.owner().id().equals(player.id()))
            throw ProblemException.badRequest(field, "the video is theirs already");
        Optional<Share> before = shares.with(player.id(), video);
        if (before.isPresent()) return new Outcome<>(ShareView.of(before.get(), links), false);
        Share share = new Share(video, player, giver(caller), clock.instant());
        shares.add(share);
        note(caller, AuditAction.VIDEO_SHARED, share);
        tell("video_shared", video, player);
        return new Outcome<>(ShareView.of(share, links), true);
    }

    /**
     * By a link.
     *
     * @throws ProblemException 404, 403, 400 naming {@code expires_at} or {@code password}, 409 when there are too many
     */
    public ShareView shareByLink(Caller caller, UUID videoId, Instant expiresAt, String password, Boolean mayDownload) {
        Video video = access.changeable(caller, videoId);
        Instant now = clock.instant();
        LinkTerms terms = LinkTerms.of(expiresAt, password, mayDownload, now);
        long alive = shares.of(video).stream()
                .filter(share -> share.isLink() && !share.isOver(now))
                .count();
        if (alive >= MOST_LINKS)
            throw new ProblemException(new Problem(
                    null,
                    null,
                    409,
                    "a video has at most " + MOST_LINKS + " links; take one back first",
                    null,
                    "too_many_links"));
        Share share = new Share(video, terms, giver(caller), now);
        shares.add(share);
        note(caller, AuditAction.VIDEO_SHARED, share);
        return ShareView.of(share, links);
    }

    /** From now on; what is being watched stops with its next request. */
    public void revoke(Caller caller, UUID videoId, UUID shareId) {
        Video video = access.changeable(caller, videoId);
        Share share = shares.find(shareId)
                .filter(found -> shares.of(video).contains(found))
                .orElseThrow(() -> ProblemException.notFound("there is no such share"));
        shares.remove(share);
        note(caller, AuditAction.VIDEO_UNSHARED, share);
        if (!share.isLink()) tell("video_unshared", video, share.player());
    }

    /** Members of the club whose name says that text, and who cannot watch it yet. */
    public List<PlayerChoice> choices(Caller caller, UUID videoId, String text) {
        Video video = access.changeable(caller, videoId);
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        Set<UUID> known = shares.of(video).stream()
                .filter(share -> !share.isLink())
                .map(share -> share.player().id())
                .collect(Collectors.toSet());
        return users.membersOf(video.club().id()).stream()
                .filter(User::isEnabled)
                .filter(user -> user.displayName().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(user -> !known.contains(user.id()) && !user.id().equals(VideoView.ownerId(video)))
                .limit(MOST_CHOICES)
                .map(PlayerChoice::of)
                .toList();
    }

    private User giver(Caller caller) {
        return users.byId(caller.id()).orElseThrow();
    }

    /** With whom stands there by name; of a link, that it was one. */
    private void note(Caller caller, AuditAction what, Share share) {
        Video video = share.video();
        String whom = share.isLink() ? "link" : share.player().displayName();
        audit.tells(caller, what, video.club().id(), video.id(), video.title(), whom);
    }

    /** To that player. */
    private void tell(String event, Video video, User player) {
        updates.fire(new LiveUpdate(event, video.club().id(), player.id(), VideoView.of(video)));
    }
}
