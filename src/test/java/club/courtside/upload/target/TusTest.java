package club.courtside.upload.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.support.HttpStub;
import club.courtside.support.HttpStub.Said;
import club.courtside.support.SettableClock;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers that have one place for a file each, and call it by the name of the machine behind their proxy. */
class TusTest {

    private static final int BYTES = 1000;
    private static final Tus.Server PLAIN = new Tus.Server(true, false);
    private static final Map<String, String> KEY = Map.of("Authorization", "Bearer key");

    /** Speaks as much tus as one file needs. */
    private static final class TusStub implements AutoCloseable {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final HttpStub stub = new HttpStub(this::answer);
        private boolean begun;
        private volatile boolean away;

        private synchronized Said answer(HttpExchange asked) throws IOException {
            byte[] body = asked.getRequestBody().readAllBytes();
            if (away) return Said.of(502);
            switch (asked.getRequestMethod()) {
                case "POST" -> {
                    begun = true;
                    return new Said(201, Map.of("Location", "http://behind.example:8080/upload/1"), "");
                }
                case "PATCH" -> content.write(body);
                default -> {
                    if (!begun) return Said.of(404);
                }
            }
            return new Said(200, Map.of("Upload-Offset", String.valueOf(content.size())), "");
        }

        private URI endpoint() {
            return stub.address().resolve("/upload");
        }

        private List<String> asked() {
            return stub.asked().stream().map(asked -> asked.split(" ")[0]).toList();
        }

        @Override
        public void close() {
            stub.close();
        }
    }

    private final TusStub former = new TusStub();
    private final TusStub present = new TusStub();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(former, present));

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    private Tus tus() {
        TargetSettings settings = Sending.settings(Map.of(), folder);
        Line line = new Line(settings);
        open.add(line::close);
        return new Tus(line, new Bandwidth(settings), new SettableClock());
    }

    private void send(Sending sending, TusStub server) {
        tus().send(sending.parcel(), server.endpoint(), PLAIN, KEY, Map.of());
    }

    private Sending begunAtFormer() throws IOException {
        Sending sending = new Sending(folder, BYTES).endingAt(0);
        assertThatThrownBy(() -> send(sending, former)).isInstanceOf(InterruptedUpload.class);
        return sending.goingOn();
    }

    @Test
    void what_broke_off_goes_on_at_the_place_that_a_machine_behind_a_proxy_gave_it() throws Exception {
        Sending sending = begunAtFormer();

        send(sending, former);

        assertThat(former.asked()).containsExactly("POST", "HEAD", "HEAD", "PATCH");
        assertThat(former.content.toByteArray()).isEqualTo(sending.content());
    }

    @Test
    void what_was_begun_at_a_former_server_begins_anew_at_the_present_one() throws Exception {
        Sending sending = begunAtFormer();
        former.close();

        send(sending, present);

        assertThat(present.content.toByteArray()).isEqualTo(sending.content());
    }

    @Test
    void a_former_server_is_not_shown_the_present_key() throws Exception {
        Sending sending = begunAtFormer();
        int askedSoFar = former.asked().size();

        tus().forget(sending.parcel(), present.endpoint(), KEY);

        assertThat(former.asked()).hasSize(askedSoFar);
        assertThat(present.asked()).isEmpty();
    }

    @Test
    void a_server_that_is_away_behind_its_proxy_has_forgotten_nothing() throws Exception {
        Sending sending = begunAtFormer();
        former.away = true;
        assertThatThrownBy(() -> tus().forget(sending.parcel(), former.endpoint(), KEY))
                .isInstanceOf(UploadFailure.class);

        former.away = false;
        tus().forget(sending.parcel(), former.endpoint(), KEY);
        assertThat(former.asked()).endsWith("DELETE", "DELETE");
    }
}
