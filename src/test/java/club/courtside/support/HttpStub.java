package club.courtside.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers as a test tells it to, and keeps what it was asked. */
public final class HttpStub implements AutoCloseable {

    /** What it says. */
    public record Said(int status, Map<String, String> headers, String body) {

        public static Said of(int status) {
            return new Said(status, Map.of(), "");
        }

        public static Said of(int status, String body) {
            return new Said(status, Map.of(), body);
        }
    }

    /** How it makes up its mind. */
    @FunctionalInterface
    public interface Mind {
        Said answer(HttpExchange asked) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public HttpStub(Mind mind) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, mind));
        server.start();
    }

    private void answer(HttpExchange exchange, Mind mind) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            Said said = mind.answer(exchange);
            said.headers.forEach(exchange.getResponseHeaders()::set);
            byte[] body = said.body.getBytes(StandardCharsets.UTF_8);
            boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(said.status, isEmpty ? -1 : body.length);
            if (!isEmpty) exchange.getResponseBody().write(body);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method and address of each request, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
