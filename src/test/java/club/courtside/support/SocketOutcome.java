package club.courtside.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Whether a WebSocket lets somebody stay: 101 once it has said something, else the code with which it was closed. */
public final class SocketOutcome implements WebSocket.Listener {

    private static final int OPEN = 101;
    private static final String PING = "{\"event\":\"ping\"}";

    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();

    private SocketOutcome() {}

    /** @param token null for nobody */
    public static int of(RunningCourtside courtside, String path, String token) {
        SocketOutcome listener = new SocketOutcome();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (token != null) builder.header("Authorization", "Bearer " + token);
        WebSocket socket = builder.buildAsync(URI.create(courtside.webSocketAddress(path)), listener)
                .join();
        try {
            return listener.outcome.orTimeout(60, TimeUnit.SECONDS).join();
        } finally {
            socket.abort();
        }
    }

    /** Who speaks only when asked is asked; others do not mind. */
    @Override
    public void onOpen(WebSocket socket) {
        socket.request(1);
        socket.sendText(PING, true).exceptionally(closedAlready -> socket);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        outcome.complete(OPEN);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        outcome.complete(OPEN);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        outcome.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        outcome.completeExceptionally(failure);
    }
}
