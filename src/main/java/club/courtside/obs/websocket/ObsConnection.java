package club.courtside.obs.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection to OBS Studio, identified and ready for requests. It is used until it is lost, and never repaired: whoever
 * needs OBS again opens another one.
 */
public final class ObsConnection implements AutoCloseable {

    /** Longer ones come from nobody who speaks this protocol with us. */
    static final int LONGEST_MESSAGE = 1 << 20;

    private final ObsPassword password;
    private final ObsListener listener;
    private final Duration patience;
    private final Map<String, Asked> pending = new ConcurrentHashMap<>();
    private final CompletableFuture<ObsConnection> identified = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private volatile WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    private record Asked(String type, CompletableFuture<JsonNode> answer) {}

    private ObsConnection(String password, ObsListener listener, Duration patience) {
        this.password = new ObsPassword(password);
        this.listener = listener;
        this.patience = patience;
    }

    /**
     * @param address {@code ws://host:port}
     * @param password null or empty for none; also when OBS asks for none
     * @param patience longest time for the connection, for being identified, and for each answer
     * @return completes exceptionally with {@link ObsLost}
     */
    public static CompletableFuture<ObsConnection> open(
            HttpClient http, URI address, String password, Duration patience, ObsListener listener) {
        ObsConnection connection = new ObsConnection(password, listener, patience);
        return connection.open(http, address);
    }

    private CompletableFuture<ObsConnection> open(HttpClient http, URI address) {
        http.newWebSocketBuilder()
                .subprotocols("obswebsocket.json")
                .connectTimeout(patience)
                .buildAsync(address, new Incoming())
                .whenComplete((opened, failure) -> {
                    if (failure != null) end(Losses.of(failure));
                });
        return identified
                .orTimeout(2 * patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((connection, failure) -> {
                    if (failure instanceof TimeoutException) end(ObsLoss.SILENT);
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(known(failure)));
    }

    private static RuntimeException known(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ObsLost || cause instanceof ObsRefusal) return (RuntimeException) cause;
        return new ObsLost(cause instanceof TimeoutException ? ObsLoss.SILENT : ObsLoss.CLOSED, cause);
    }

    /**
     * @param data fields of the request, empty for none
     * @return {@code responseData}, an empty object when there is none; completes exceptionally with {@link ObsRefusal} when
     *     OBS says no, with {@link ObsLost} when the connection goes, at once, or nothing is heard in time
     */
    public CompletableFuture<JsonNode> request(String type, Map<String, ?> data) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, new Asked(type, answer));
        if (over.get()) failPending(ObsLoss.CLOSED);
        else send(ObsMessages.request(id, type, data));
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    pending.remove(id);
                    // Whoever does not answer one request answers none: a loss that nothing else has told of.
                    if (failure instanceof TimeoutException) end(ObsLoss.SILENT);
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(known(failure)));
    }

    /** The WebSocket takes one message after the other. */
    private synchronized void send(String message) {
        sending = sending.handle((before, failure) -> null)
                .thenCompose(before -> socket.sendText(message, true))
                .whenComplete((sent, failure) -> {
                    if (failure != null) end(ObsLoss.CLOSED);
                });
    }

    private void received(JsonNode message) {
        JsonNode data = message.path("d");
        switch (message.path("op").asInt()) {
            case ObsMessages.HELLO -> send(ObsMessages.identify(data, password));
            case ObsMessages.IDENTIFIED -> identified.complete(this);
            case ObsMessages.EVENT -> {
                if (identified.isDone())
                    listener.event(new ObsEvent(data.path("eventType").asText(), data.path("eventData")));
            }
            case ObsMessages.ANSWER -> answered(data);
            default -> {
                // Of a later protocol: what we do not know does not concern us.
            }
        }
    }

    private void answered(JsonNode data) {
        Asked asked = pending.remove(data.path("requestId").asText());
        if (asked == null) return;
        JsonNode status = data.path("requestStatus");
        if (status.path("result").asBoolean()) asked.answer().complete(data.path("responseData"));
        else
            asked.answer()
                    .completeExceptionally(new ObsRefusal(
                            asked.type(),
                            status.path("code").asInt(),
                            status.path("comment").asText(null)));
    }

    /** For good, whoever notices first. */
    private void end(ObsLoss why) {
        if (!over.compareAndSet(false, true)) return;
        boolean wasOpen = !identified.completeExceptionally(new ObsLost(why)) && !identified.isCompletedExceptionally();
        failPending(why);
        WebSocket open = socket;
        if (open != null) open.abort();
        if (wasOpen) listener.lost(why);
    }

    private void failPending(ObsLoss why) {
        pending.values().forEach(asked -> asked.answer().completeExceptionally(new ObsLost(why)));
        pending.clear();
    }

    public boolean isOpen() {
        return identified.isDone() && !over.get();
    }

    /** The listener is told as of any other loss. */
    @Override
    public void close() {
        WebSocket open = socket;
        if (open == null || over.get()) return;
        open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(1, TimeUnit.SECONDS)
                .whenComplete((sent, failure) -> end(ObsLoss.CLOSED));
    }

    /** What the WebSocket's thread hears. */
    private final class Incoming implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            if (over.get()) opened.abort();
            else opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            if (text.length() + part.length() > LONGEST_MESSAGE) {
                end(ObsLoss.NOT_OBS);
                return null;
            }
            text.append(part);
            if (last) whole();
            from.request(1);
            return null;
        }

        private void whole() {
            String message = text.toString();
            text.setLength(0);
            try {
                received(ObsMessages.read(message));
            } catch (ObsLost garbage) {
                end(garbage.loss());
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end(ObsLoss.ofCloseCode(code));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end(ObsLoss.CLOSED);
        }
    }
}
