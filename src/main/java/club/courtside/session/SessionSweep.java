package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.court.CameraFeeds;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Closes sessions that were left open without viewer or recording. */
@ApplicationScoped
public class SessionSweep {

    private final Sessions sessions;
    private final SessionLedger ledger;
    private final CameraFeeds feeds;
    private final CurrentSettings settings;

    @Inject
    public SessionSweep(Sessions sessions, SessionLedger ledger, CameraFeeds feeds, CurrentSettings settings) {
        this.sessions = sessions;
        this.ledger = ledger;
        this.feeds = feeds;
        this.settings = settings;
    }

    protected SessionSweep() {
        this(null, null, null, null);
    }

    /** Those that nobody has used for the set time. */
    public int closeIdle() {
        return close(settings.longestIdle(), null);
    }

    /**
     * Those that nobody uses at this moment, in all clubs that somebody runs.
     *
     * @throws ProblemException 403 for players
     */
    public int closeUnused(Caller caller) {
        if (caller.role() == Role.PLAYER) throw ProblemException.forbidden("only an administrator may clean up");
        return close(Duration.ZERO, caller.isSuperAdmin() ? null : caller.clubs());
    }

    private int close(Duration longest, Set<UUID> clubs) {
        Set<UUID> watched = sessions.open().stream()
                .flatMap(session -> session.feedIds().stream())
                .filter(feedId ->
                        feeds.status(feedId).filter(feed -> feed.viewers() > 0).isPresent())
                .collect(Collectors.toSet());
        return ledger.closeIdle(watched, longest, clubs).size();
    }
}
