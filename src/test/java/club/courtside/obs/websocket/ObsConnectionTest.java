package club.courtside.obs.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may happen between us and whatever listens where OBS Studio should. */
@Timeout(400)
class ObsConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<ObsEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<ObsLoss> losses = new LinkedBlockingQueue<>();

    private final ObsListener listener = new ObsListener() {
        @Override
        public void event(ObsEvent event) {
            events.add(event);
        }

        @Override
        public void lost(ObsLoss why) {
            losses.add(why);
        }
    };

    @Test
    void a_password_is_proved_without_being_sent() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (FakeObs obs = FakeObs.saying(visitor -> {
            visitor.says("{\"op\":0,\"d\":{\"rpcVersion\":1,\"authentication\":{\"challenge\":"
                    + "\"+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=\",\"salt\":"
                    + "\"lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=\"}}}");
            heard.add(visitor.hears());
            visitor.says(FakeObs.IDENTIFIED);
            visitor.listensForEver();
        })) {
            assertThat(open(obs.address(), "supersecretpassword").isOpen()).isTrue();
            // The example of the protocol's own description.
            assertThat(FakeObs.soon(heard))
                    .contains("\"authentication\":\"1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4=\"")
                    .doesNotContain("supersecretpassword");
        }
    }

    @Test
    void a_wrong_password_is_told_from_any_other_loss() throws Exception {
        try (FakeObs obs = FakeObs.saying(visitor -> {
            visitor.says(FakeObs.HELLO);
            visitor.hears();
            visitor.closes(4009);
            visitor.listensForEver();
        })) {
            assertThat(lossOf(() -> open(obs.address(), "wrong"))).isEqualTo(ObsLoss.WRONG_PASSWORD);
        }
    }

    @Test
    void requests_are_answered_whatever_the_order() throws Exception {
        try (FakeObs obs = FakeObs.friendly(visitor -> {
            String first = visitor.hears();
            String second = visitor.hears();
            visitor.says(answer(second, "\"which\":\"second\""));
            visitor.says(answer(first, "\"which\":\"first\""));
            visitor.listensForEver();
        })) {
            ObsConnection connection = open(obs.address(), null);
            CompletableFuture<JsonNode> first = connection.request("GetVersion", Map.of());
            CompletableFuture<JsonNode> second = connection.request("GetStats", Map.of());
            assertThat(first.join().path("which").asText()).isEqualTo("first");
            assertThat(second.join().path("which").asText()).isEqualTo("second");
        }
    }

    @Test
    void a_refusal_carries_its_code() throws Exception {
        try (FakeObs obs = FakeObs.friendly(visitor -> {
            visitor.says("{\"op\":7,\"d\":{\"requestId\":\"" + FakeObs.id(visitor.hears())
                    + "\",\"requestStatus\":{\"result\":false,\"code\":501,\"comment\":\"no\"}}}");
            visitor.listensForEver();
        })) {
            CompletableFuture<JsonNode> answer = open(obs.address(), null).request("StopRecord", Map.of());
            assertThatThrownBy(answer::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            ObsRefusal.class, no -> assertThat(no.code()).isEqualTo(ObsRefusal.OUTPUT_NOT_RUNNING))
                    .hasMessageContaining("StopRecord");
        }
    }

    @Test
    void events_come_through_and_what_is_unknown_is_passed_over() throws Exception {
        try (FakeObs obs = FakeObs.friendly(visitor -> {
            visitor.says("{\"op\":99,\"d\":{}}");
            visitor.says("{\"op\":7,\"d\":{\"requestId\":\"nobody asked\",\"requestStatus\":{\"result\":true}}}");
            visitor.says(
                    "{\"op\":5,\"d\":{\"eventType\":\"RecordStateChanged\",\"eventData\":{\"outputActive\":true}}}");
            visitor.listensForEver();
        })) {
            open(obs.address(), null);
            ObsEvent event = FakeObs.soon(events);
            assertThat(event.type()).isEqualTo("RecordStateChanged");
            assertThat(event.data().path("outputActive").asBoolean()).isTrue();
        }
    }

    @Test
    void what_is_pending_fails_at_once_when_the_connection_goes() throws Exception {
        try (FakeObs obs = FakeObs.friendly(visitor -> {
            visitor.hears();
            visitor.vanishes();
        })) {
            CompletableFuture<JsonNode> answer = open(obs.address(), null).request("GetStats", Map.of());
            long began = System.nanoTime();
            assertThat(lossOf(answer::join)).isEqualTo(ObsLoss.CLOSED);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.dividedBy(2));
            assertThat(FakeObs.soon(losses)).isEqualTo(ObsLoss.CLOSED);
        }
    }

    @Test
    void nothing_is_asked_of_a_lost_connection() throws Exception {
        try (FakeObs obs = FakeObs.friendly(FakeObs.Visitor::vanishes)) {
            ObsConnection connection = open(obs.address(), null);
            assertThat(lossOf(() -> connection.request("GetStats", Map.of()).join()))
                    .isIn(ObsLoss.CLOSED, ObsLoss.SILENT);
            FakeObs.soon(losses);
            assertThat(connection.isOpen()).isFalse();
            assertThat(lossOf(() -> connection.request("GetStats", Map.of()).join()))
                    .isEqualTo(ObsLoss.CLOSED);
        }
    }

    @Test
    void silence_is_not_waited_for_without_end() throws Exception {
        try (FakeObs handshake = FakeObs.bare(visitor -> {});
                FakeObs hello = FakeObs.saying(visitor -> {});
                FakeObs answer = FakeObs.friendly(FakeObs.Visitor::listensForEver)) {
            assertThat(lossOf(() -> open(handshake.address(), null, SHORT))).isEqualTo(ObsLoss.SILENT);
            assertThat(lossOf(() -> open(hello.address(), null, SHORT))).isEqualTo(ObsLoss.SILENT);
            ObsConnection connection = open(answer.address(), null, Duration.ofSeconds(3));
            assertThat(lossOf(() -> connection.request("GetStats", Map.of()).join()))
                    .isEqualTo(ObsLoss.SILENT);
        }
    }

    @Test
    void garbage_is_named_and_ends_the_connection() throws Exception {
        for (String garbage : List.of("{", "[]", "null", "{\"op\":\"x\",\"d\":{}}", "{\"op\":0}", "hello"))
            try (FakeObs obs = FakeObs.saying(visitor -> {
                visitor.says(garbage);
                visitor.listensForEver();
            })) {
                assertThat(lossOf(() -> open(obs.address(), null))).as(garbage).isEqualTo(ObsLoss.NOT_OBS);
            }
        try (FakeObs obs = FakeObs.friendly(visitor -> {
            visitor.says("no JSON");
            visitor.listensForEver();
        })) {
            open(obs.address(), null);
            assertThat(FakeObs.soon(losses)).isEqualTo(ObsLoss.NOT_OBS);
        }
    }

    @Test
    void a_message_without_end_is_not_kept() throws Exception {
        try (FakeObs obs = FakeObs.friendly(visitor -> visitor.saysAll(" ".repeat(65536), 64))) {
            open(obs.address(), null);
            assertThat(FakeObs.soon(losses)).isEqualTo(ObsLoss.NOT_OBS);
        }
    }

    @Test
    void another_kind_of_server_is_no_obs() throws Exception {
        try (FakeObs web = FakeObs.bare(visitor -> visitor.raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                FakeObs noise = FakeObs.bare(visitor -> visitor.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"))) {
            assertThat(lossOf(() -> open(web.address(), null))).isEqualTo(ObsLoss.NOT_OBS);
            assertThat(lossOf(() -> open(noise.address(), null))).isEqualTo(ObsLoss.NOT_OBS);
        }
    }

    @Test
    void nobody_there_is_told_as_such() throws Exception {
        URI address;
        try (FakeObs gone = FakeObs.bare(visitor -> {})) {
            address = gone.address();
        }
        assertThat(lossOf(() -> open(address, null))).isEqualTo(ObsLoss.UNREACHABLE);
        assertThat(lossOf(() -> open(URI.create("ws://no-such-host.invalid:4455"), null)))
                .isEqualTo(ObsLoss.UNREACHABLE);
    }

    @Test
    void close_codes_have_names() {
        assertThat(ObsLoss.ofCloseCode(4009)).isEqualTo(ObsLoss.WRONG_PASSWORD);
        assertThat(ObsLoss.ofCloseCode(4010)).isEqualTo(ObsLoss.NOT_OBS);
        assertThat(ObsLoss.ofCloseCode(4011)).isEqualTo(ObsLoss.KICKED);
        assertThat(ObsLoss.ofCloseCode(4002)).isEqualTo(ObsLoss.NOT_OBS);
        assertThat(ObsLoss.ofCloseCode(1001)).isEqualTo(ObsLoss.CLOSED);
    }

    private static String answer(String request, String data) {
        return "{\"op\":7,\"d\":{\"requestId\":\"" + FakeObs.id(request)
                + "\",\"requestStatus\":{\"result\":true,\"code\":100},\"responseData\":{" + data + "}}}";
    }

    private ObsConnection open(URI address, String password) {
        return open(address, password, PATIENCE);
    }

    private ObsConnection open(URI address, String password, Duration patience) {
        return ObsConnection.open(HTTP, address, password, patience, listener).join();
    }

    private static ObsLoss lossOf(ThrowingCallable work) {
        try {
            work.call();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ObsLost lost) return lost.loss();
            throw new AssertionError(e);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it was not refused");
    }
}
