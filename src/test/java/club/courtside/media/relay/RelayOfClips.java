package club.courtside.media.relay;

import club.courtside.media.CameraAddress;
import club.courtside.media.Feed;
import club.courtside.media.FeedClock;
import club.courtside.media.Source;
import club.courtside.support.RtspReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay on a free port with one court, and a doorman that knows one user and one token. */
final class RelayOfClips implements AutoCloseable {

    static final String COURT = "padel-club/court-1";
    static final String TOKEN = "a.good-token_1";
    private static final RelayLimits LIMITS =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(20), 100);

    final List<Login> logins = new CopyOnWriteArrayList<>();
    final Relay relay;
    final Feed feed;
    private final List<Feed> feeds = new ArrayList<>();

    RelayOfClips(Source.Opener camera) {
        this(camera, LIMITS);
    }

    RelayOfClips(Source.Opener camera, RelayLimits limits) {
        relay = Relay.open(new InetSocketAddress("127.0.0.1", 0), this::decide, limits);
        feed = publish(camera, "court-1", COURT, COURT + "/main");
    }

    Feed publish(Source.Opener camera, String id, String... paths) {
        CameraAddress address = CameraAddress.parse("rtsp://camera.test/" + id, null, null, null);
        Feed published = new Feed(id, address, camera, FeedClock.SYSTEM, () -> {});
        feeds.add(published);
        relay.publish(published, List.of(paths));
        return published;
    }

    private CompletionStage<Admission.Decision> decide(Login login) {
        logins.add(login);
        boolean known = TOKEN.equals(login.token())
                || RtspReader.USER.equals(login.username()) && RtspReader.PASSWORD.equals(login.password());
        Admission.Verdict verdict = !known
                ? Admission.Verdict.WRONG_CREDENTIALS
                : login.path().startsWith("other-club/") ? Admission.Verdict.UNKNOWN : Admission.Verdict.WELCOME;
        return CompletableFuture.completedFuture(new Admission.Decision(verdict, login.username()));
    }

    RtspReader reader() throws IOException {
        return new RtspReader(relay.port(), COURT);
    }

    RtspReader reader(String path) throws IOException {
        return new RtspReader(relay.port(), path);
    }

    String url() {
        return "rtsp://127.0.0.1:" + relay.port() + "/" + COURT + "?token=" + TOKEN;
    }

    @Override
    public void close() {
        relay.close();
        feeds.forEach(Feed::close);
    }
}
