package club.courtside.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What it costs that people watch one court live, over the same WebSocket as a browser. */
final class Viewers {

    /**
     * @param cpu seconds in a minute that web application and engine use more than with nobody watching, for each viewer
     * @param bitsPerSecond that each viewer received
     */
    record Cost(int viewers, double cpu, double bitsPerSecond) {}

    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final WholeProduct product;
    private final Duration time;
    private final AtomicLong received = new AtomicLong();

    Viewers(WholeProduct product, Duration time) {
        this.product = product;
        this.time = time;
    }

    List<Cost> run(int... numbers) throws IOException, InterruptedException {
        List<Cost> costs = new ArrayList<>();
        String session = product.club()
                .post("/api/video/session/create", java.util.Map.of("terrain_id", product.court()))
                .get("session_id");
        if (session == null) throw new IOException("no session on the court of the bench");
        watch(1, Duration.ofSeconds(5));
        double nobody = watch(0, time);
        for (int number : numbers) {
            long before = received.get();
            double all = watch(number, time);
            double seconds = time.plus(SETTLING).toMillis() / 1000.0;
            costs.add(new Cost(number, (all - nobody) / number, (received.get() - before) * 8 / seconds / number));
        }
        product.club().post("/api/video/session/close", java.util.Map.of("session_id", session));
        return costs;
    }

    /** @return CPU seconds in a minute */
    private double watch(int number, Duration length) throws InterruptedException {
        List<WebSocket> sockets = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        try {
            for (int i = 0; i < number; i++) sockets.add(open(http));
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            long from = System.nanoTime();
            double before = Usage.cpuSeconds(product.pids());
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
            return (Usage.cpuSeconds(product.pids()) - before) * 6e10 / (System.nanoTime() - from);
        } finally {
            sockets.forEach(WebSocket::abort);
        }
    }

    private WebSocket open(HttpClient http) {
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + product.club().token())
                .buildAsync(
                        URI.create(product.courtside().webSocketAddress("/ws/preview/court/" + product.court())),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
                                received.addAndGet(data.remaining());
                                from.request(1);
                                return null;
                            }
                        })
                .join();
    }
}
