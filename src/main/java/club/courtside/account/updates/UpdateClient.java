package club.courtside.account.updates;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.LiveUpdate;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/**
 * One browser or program that listens. What it shall get waits in a short queue and is sent one after the other without
 * holding a thread; who cannot keep up is cut off and comes back by itself.
 */
final class UpdateClient {

    private static final int LONGEST_QUEUE = 500;
    private static final CloseReason TOO_SLOW =
            new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too slow for the updates");

    private final Session session;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Set<UUID> joined = new HashSet<>();
    private boolean joinedAll;
    private boolean sending;
    private volatile Caller caller;

    UpdateClient(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    /** The user's role or clubs may have changed since the connection was made. */
    void isNow(Caller refreshed) {
        caller = refreshed;
    }

    /** @param clubId null for all that it may see */
    synchronized void join(UUID clubId) {
        if (clubId == null) joinedAll = true;
        else joined.add(clubId);
    }

    /** @param clubId null for all */
    synchronized void leave(UUID clubId) {
        if (clubId == null) {
            joinedAll = false;
            joined.clear();
        } else {
            joined.remove(clubId);
        }
    }

    boolean wants(LiveUpdate update) {
        return maySee(caller, update) && hasJoined(update.clubId());
    }

    private synchronized boolean hasJoined(UUID clubId) {
        return joinedAll || joined.contains(clubId);
    }

    /** Players learn of their own things, of what was shared with them, and of what belongs to nobody in particular in their clubs. */
    static boolean maySee(Caller caller, LiveUpdate update) {
        if (caller.role() != Role.PLAYER) return caller.isAdminOf(update.clubId());
        if (update.ownerId() == null) return caller.maySee(update.clubId());
        return caller.id().equals(update.ownerId()) || update.others().contains(caller.id());
    }

    void send(String message) {
        boolean full;
        synchronized (this) {
            full = waiting.size() >= LONGEST_QUEUE;
            if (!full) waiting.add(message);
        }
        if (full) close(TOO_SLOW);
        else sendNext();
    }

    private void sendNext() {
        String message;
        synchronized (this) {
            if (sending || waiting.isEmpty()) return;
            sending = true;
            message = waiting.remove();
        }
        try {
            session.getAsyncRemote().sendText(message, this::sent);
        } catch (IllegalStateException e) {
            // Closed a moment ago; the others get theirs, and this one is removed by its endpoint.
        }
    }

    private void sent(SendResult result) {
        synchronized (this) {
            sending = false;
            if (!result.isOK()) waiting.clear();
        }
        if (result.isOK()) sendNext();
    }

    void close(CloseReason why) {
        try {
            session.close(why);
        } catch (IOException | IllegalStateException e) {
            // It is gone already: that is what was wanted.
        }
    }
}
