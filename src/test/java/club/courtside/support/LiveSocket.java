package club.courtside.support;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A live view as a browser opens it: first the type, then the stream. */
public final class LiveSocket implements AutoCloseable, WebSocket.Listener {

    private final CompletableFuture<String> mime = new CompletableFuture<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private WebSocket socket;

    private LiveSocket() {}

    public static LiveSocket open(RunningCourtside courtside, Api as, String path) {
        LiveSocket live = new LiveSocket();
        live.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + as.token())
                .buildAsync(URI.create(courtside.webSocketAddress(path)), live)
                .join();
        return live;
    }

    public String mime() throws AssertionError {
        try {
            return Json.parse(mime.get(60, TimeUnit.SECONDS)).path("mime").asText();
        } catch (Exception e) {
            throw new AssertionError("no type came", e);
        }
    }

    /** Why the other side closed it; waits until it does. */
    public String closed() {
        return closed.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** At least so many of the stream's first bytes. */
    public byte[] bytes(int atLeast) {
        return Await.value("live bytes", this::soFar, all -> all.length >= atLeast);
    }

    private synchronized byte[] soFar() {
        return bytes.toByteArray();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        mime.complete(data.toString());
        from.request(1);
        return null;
    }

    @Override
    public synchronized CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        while (data.hasRemaining()) bytes.write(data.get());
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(reason);
        mime.completeExceptionally(new IllegalStateException("closed with " + code + " " + reason));
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
