package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.FeedSpec;
import club.courtside.media.FeedClock;
import club.courtside.media.ffmpeg.FragmentMuxer;
import club.courtside.media.ffmpeg.JpegPictures;
import club.courtside.media.relay.Admission;
import club.courtside.media.relay.Relay;
import club.courtside.media.relay.RelayLimits;
import club.courtside.support.Await;
import club.courtside.support.SyntheticCamera;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final Events events = new Events();
    private final Activity activity = new Activity();
    private final Relay relay = Relay.open(
            new InetSocketAddress("127.0.0.1", 0),
            login -> CompletableFuture.completedFuture(new Admission.Decision(Admission.Verdict.WELCOME)),
            RelayLimits.USUAL);
    private final Engine engine = new Engine(
            new MediaParts(
                    SyntheticCamera.h264(),
                    null,
                    FragmentMuxer::new,
                    null,
                    JpegPictures::new,
                    FeedClock.SYSTEM,
                    "none"),
            events,
            relay,
            1);
    private EngineServer server;

    @BeforeEach
    void start() throws IOException {
        events.start(engine);
        server = new EngineServer("secret", new EventCalls(events).routes(), activity, EngineSettings.PATIENCE);
    }

    @AfterEach
    void stop() {
        events.close();
        server.close();
        engine.close();
    }

    @Test
    void a_reader_that_does_not_read_is_dropped_and_holds_nobody_up() throws IOException {
        for (int i = 0; i < 20; i++)
            engine.putFeed("court" + i, new FeedSpec("rtsp://127.0.0.1/" + i, null, null, null, false));
        try (Socket sleeper = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            ask(sleeper);
            Await.until("the reader", () -> !activity.isQuietFor(Duration.ZERO));
            Await.until("its end", () -> {
                flood();
                return activity.isQuietFor(Duration.ZERO);
            });
        }
        try (Socket reader = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            ask(reader);
            byte[] some = reader.getInputStream().readNBytes(200);
            assertThat(new String(some, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
        }
    }

    private void flood() {
        for (int i = 0; i < 2_000; i++)
            events.feedChanged("court" + ThreadLocalRandom.current().nextInt(20));
    }

    private static void ask(Socket socket) throws IOException {
        String request = "GET /events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
