package club.courtside.engine;

import club.courtside.engine.api.EngineProblem;
import club.courtside.engine.api.Reason;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

/** The engine's HTTP interface on loopback: checks the secret, finds the route, turns problems into answers. */
final class EngineServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EngineServer.class.getName());

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(EngineServer::thread);
    private final byte[] authorization;
    private final List<Route> routes;
    private final Activity activity;
    private final Stalls stalls;

    /** @param patience with readers who take nothing */
    EngineServer(String secret, List<Route> routes, Activity activity, Duration patience) throws IOException {
        // Without it every small write waits for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        this.routes = List.copyOf(routes);
        this.activity = activity;
        this.stalls = new Stalls(patience);
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        activity.began();
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a caller left: {0}", e.getMessage());
        } finally {
            activity.ended();
            // The next call of this thread shall not be hit by what was meant for this one.
            Thread.interrupted();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var bare = new Call(exchange, null, stalls);
        try {
            if (!isAuthorized(exchange)) throw Problem.unauthorized();
            dispatch(exchange);
        } catch (Problem problem) {
            if (problem.status() == 503) bare.retryAfter(2);
            bare.answer(problem.status(), new EngineProblem(problem.status(), problem.reason()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, exchange.getRequestMethod() + " " + exchange.getRequestURI(), e);
            if (exchange.getResponseCode() < 0)
                bare.answer(500, new EngineProblem(500, new Reason("internal", "the engine failed at this call")));
        }
    }

    private void dispatch(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (!route.method().equals(exchange.getRequestMethod()) || !matcher.matches()) continue;
            route.handler().handle(new Call(exchange, matcher, stalls));
            return;
        }
        throw Problem.unknown(exchange.getRequestMethod() + " " + path);
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "http-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        stalls.close();
    }
}
