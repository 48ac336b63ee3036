package club.courtside.obs.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.support.Await;
import club.courtside.support.ObsStudio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same client with the program that it is for. */
@Timeout(400)
class RealObsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ObsStudio obs;

    private final BlockingQueue<ObsEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<ObsLoss> losses = new LinkedBlockingQueue<>();

    @BeforeAll
    static void open() throws IOException {
        obs = ObsStudio.open();
    }

    @AfterAll
    static void close() {
        obs.close();
    }

    @Test
    void lets_in_who_knows_the_password_and_nobody_else() {
        assertThat(lossWith("wrong")).isEqualTo(ObsLoss.WRONG_PASSWORD);
        assertThat(lossWith(null)).isEqualTo(ObsLoss.WRONG_PASSWORD);
        try (ObsConnection connection = connect(ObsStudio.PASSWORD)) {
            assertThat(ask(connection, "GetVersion").path("rpcVersion").asInt()).isEqualTo(1);
        }
    }

    @Test
    void records_and_says_where() throws Exception {
        try (ObsConnection connection = connect(ObsStudio.PASSWORD)) {
            ask(connection, "StartRecord");
            state("OBS_WEBSOCKET_OUTPUT_STARTED");
            Await.until(
                    "OBS counts",
                    () -> ask(connection, "GetRecordStatus")
                                    .path("outputDuration")
                                    .asLong()
                            > 1000);
            assertThatThrownBy(() -> ask(connection, "StartRecord"))
                    .cause()
                    .isInstanceOfSatisfying(
                            ObsRefusal.class, no -> assertThat(no.code()).isEqualTo(ObsRefusal.OUTPUT_RUNNING));
            ask(connection, "StopRecord");
            Path file = Path.of(state("OBS_WEBSOCKET_OUTPUT_STOPPED")
                    .data()
                    .path("outputPath")
                    .asText());
            assertThat(file).hasParentRaw(obs.recordings());
            assertThat(Files.size(file)).isPositive();
            assertThatThrownBy(() -> ask(connection, "StopRecord"))
                    .cause()
                    .isInstanceOfSatisfying(
                            ObsRefusal.class, no -> assertThat(no.code()).isEqualTo(ObsRefusal.OUTPUT_NOT_RUNNING));
        }
    }

    @Test
    void is_missed_when_it_dies_and_found_when_it_is_back() throws Exception {
        ObsConnection connection = connect(ObsStudio.PASSWORD);
        obs.kill();
        assertThat(FakeObs.soon(losses)).isEqualTo(ObsLoss.CLOSED);
        assertThat(connection.isOpen()).isFalse();
        obs.start();
        try (ObsConnection again = connect(ObsStudio.PASSWORD)) {
            assertThat(again.isOpen()).isTrue();
        }
    }

    private ObsEvent state(String wanted) throws InterruptedException {
        while (true) {
            ObsEvent event = FakeObs.soon(events);
            if (event.data().path("outputState").asText().equals(wanted)) return event;
        }
    }

    private static JsonNode ask(ObsConnection connection, String request) {
        return connection.request(request, Map.of()).join();
    }

    private ObsLoss lossWith(String password) {
        try {
            connect(password).close();
        } catch (CompletionException e) {
            return ((ObsLost) e.getCause()).loss();
        }
        throw new AssertionError("it was let in");
    }

    private ObsConnection connect(String password) {
        URI address = URI.create("ws://127.0.0.1:" + obs.port());
        return ObsConnection.open(HTTP, address, password, PATIENCE, new ObsListener() {
                    @Override
                    public void event(ObsEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void lost(ObsLoss why) {
                        losses.add(why);
                    }
                })
                .join();
    }
}
