package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallsTest {

    @Test
    void who_takes_nothing_is_left_and_holds_no_thread() throws Exception {
        var outcome = new CompletableFuture<Exception>();
        var route = new Route("GET", "/endless", call -> {
            try (OutputStream out = call.stream("video/mp4")) {
                while (true) out.write(new byte[100_000]);
            } catch (IOException e) {
                outcome.complete(e);
            }
        });
        try (var server = new EngineServer("secret", List.of(route), new Activity(), Duration.ofMillis(100));
                var reader = new Socket("127.0.0.1", server.port())) {
            reader.getOutputStream()
                    .write("GET /endless HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }
}
