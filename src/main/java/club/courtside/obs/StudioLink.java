package club.courtside.obs;

import club.courtside.obs.websocket.ObsConnection;
import club.courtside.obs.websocket.ObsEvent;
import club.courtside.obs.websocket.ObsListener;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.obs.websocket.ObsLost;
import club.courtside.obs.websocket.ObsRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Keeps one OBS Studio connected: a lost connection is replaced after growing pauses. Belongs to the studio's thread. */
final class StudioLink {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** What the studio hears, in its own thread. */
    interface Listener {

        void opened();

        void lost(ObsLoss why);

        void event(ObsEvent event);
    }

    private final StudioSpec spec;
    private final HttpClient http;
    private final Clock clock;
    private final Consumer<Runnable> thread;
    private final Listener listener;

    private ObsConnection connection;
    private boolean connecting;
    private Duration pause = SHORTEST_PAUSE;
    private Instant next = Instant.MIN;
    private ObsLoss why;

    /** @param thread runs what it is given in the studio's thread, in this order */
    StudioLink(StudioSpec spec, HttpClient http, Clock clock, Consumer<Runnable> thread, Listener listener) {
        this.spec = spec;
        this.http = http;
        this.clock = clock;
        this.thread = thread;
        this.listener = listener;
    }

    boolean isOpen() {
        return connection != null;
    }

    /** Why there is no connection; null before the first attempt has ended. */
    ObsLoss why() {
        return why;
    }

    /** Opens one if there is none, none is coming, and the pause is over. */
    void tryAgain() {
        if (isOpen() || connecting || clock.instant().isBefore(next)) return;
        connecting = true;
        Hearing hearing = new Hearing();
        ObsConnection.open(http, spec.address(), spec.password(), PATIENCE, hearing)
                .whenComplete((opened, failure) -> thread.accept(() -> {
                    connecting = false;
                    if (failure != null) failed(failure);
                    else opened(opened, hearing);
                }));
    }

    private void opened(ObsConnection opened, Hearing hearing) {
        connection = opened;
        hearing.of = opened;
        why = null;
        pause = SHORTEST_PAUSE;
        if (opened.isOpen()) listener.opened();
        else lost(opened, ObsLoss.CLOSED);
    }

    private void failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        rest();
        why = cause instanceof ObsLost lost ? lost.loss() : ObsLoss.CLOSED;
        listener.lost(why);
    }

    private void lost(ObsConnection which, ObsLoss reason) {
        if (connection == null || which != null && connection != which) return;
        connection = null;
        why = reason;
        rest();
        listener.lost(reason);
    }

    private void rest() {
        next = clock.instant().plus(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    JsonNode ask(String request) {
        return ask(request, Map.of());
    }

    /**
     * @throws ObsRefusal when OBS says no
     * @throws ObsLost when there is no connection, or it is lost by this: who does not answer is left
     */
    JsonNode ask(String request, Map<String, ?> data) {
        ObsConnection now = connection;
        if (now == null) throw new ObsLost(why == null ? ObsLoss.UNREACHABLE : why);
        try {
            return now.request(request, data).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ObsRefusal refusal) throw refusal;
            ObsLoss loss = e.getCause() instanceof ObsLost lost ? lost.loss() : ObsLoss.CLOSED;
            now.close();
            lost(now, loss);
            throw new ObsLost(loss, e);
        }
    }

    void close() {
        if (connection != null) connection.close();
        connection = null;
    }

    /** Of one connection; what comes of an older one does not count. */
    private final class Hearing implements ObsListener {

        private ObsConnection of;

        @Override
        public void event(ObsEvent event) {
            thread.accept(() -> {
                if (connection != null && connection == of) listener.event(event);
            });
        }

        @Override
        public void lost(ObsLoss reason) {
            thread.accept(() -> {
                if (of != null) StudioLink.this.lost(of, reason);
            });
        }
    }
}
