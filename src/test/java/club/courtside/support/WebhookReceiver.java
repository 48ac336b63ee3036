package club.courtside.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What Discord or Slack would be: a server that takes messages, or does not. */
public final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private volatile String retryAfter;
    private volatile int asked;

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        asked++;
        String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answer / 100 == 2) taken.add(Json.parse(content));
        if (retryAfter != null) exchange.getResponseHeaders().set("Retry-After", retryAfter);
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** From now on. */
    public void answers(int status, String retryAfterSeconds) {
        answer = status;
        retryAfter = retryAfterSeconds;
    }

    public List<JsonNode> taken() {
        return List.copyOf(taken);
    }

    public int asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
