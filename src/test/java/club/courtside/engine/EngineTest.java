package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayReader;
import club.courtside.engine.api.RelayVerdict;
import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.api.StripSpec;
import club.courtside.engine.api.ThumbnailSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.engine.client.HttpEngineClient;
import club.courtside.media.CameraLost;
import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.Await;
import club.courtside.support.RtspReader;
import club.courtside.support.SyntheticCamera;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's interface, spoken by its client over HTTP. */
class EngineTest {

    private static final RelayAnswer WRONG_CREDENTIALS = new RelayAnswer(RelayVerdict.WRONG_CREDENTIALS);

    private static final FeedSpec COURT = new FeedSpec("rtsp://127.0.0.1/court", "admin", "secret", null, true);
    private static final Duration SECONDS = Duration.ofSeconds(5);

    @TempDir
    Path data;

    private final SyntheticCamera camera = SyntheticCamera.h264();
    private EngineInProcess engine;
    private EngineClient client;

    @BeforeEach
    void start() throws IOException {
        engine = new EngineInProcess(data, camera, Duration.ofMinutes(1));
        client = engine.client();
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    @Test
    void it_says_what_it_is_and_has() {
        client.putFeed("court", COURT);
        var status = client.status();
        assertThat(status.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(status.ffmpeg()).isNotBlank();
        assertThat(status.feeds()).extracting("id").containsExactly("court");
    }

    @Test
    void without_the_secret_nothing_is_answered() {
        var stranger = new RunningEngine(engine.address().port(), "guess", 1);
        var other = new HttpEngineClient(HttpClient.newHttpClient(), stranger);
        refused(401, "unauthorized", other::status);
    }

    @Test
    void a_feed_goes_live_and_the_same_wish_changes_nothing() {
        client.putFeed("court", COURT);
        assertThat(client.checkFeed("court", SECONDS, 3).state()).isEqualTo(FeedState.LIVE);
        assertThat(client.putFeed("court", COURT).state()).isEqualTo(FeedState.LIVE);
        assertThat(client.feed("court").video().codec()).isEqualTo("h264");
        assertThat(camera.connections()).isEqualTo(1);
    }

    @Test
    void a_changed_address_connects_anew() {
        client.putFeed("court", COURT);
        client.checkFeed("court", SECONDS, 3);
        client.putFeed("court", new FeedSpec("rtsp://127.0.0.1/other", null, null, "tcp", true));
        Await.until("the new connection", () -> camera.connections() == 2);
        Await.until("the end of the old one", () -> camera.connected() == 1);
    }

    @Test
    void the_relay_lets_in_whom_the_reader_of_the_events_lets_in() throws Exception {
        var published = new FeedSpec("rtsp://127.0.0.1/court", null, null, null, false, List.of("club/court"));
        client.putFeed("court", published);
        int port = client.status().relay().port();
        try (var reader = new RtspReader(port, "club/court")) {
            assertThat(reader.ask("DESCRIBE", "").status()).as("nobody to ask").isEqualTo(503);
        }
        var answering = new Thread(() -> client.events(event -> {
            if (event.relayLogin() == null) return;
            boolean known = RtspReader.PASSWORD.equals(event.relayLogin().password());
            client.answerRelayLogin(
                    event.relayLogin().id(), known ? new RelayAnswer(RelayVerdict.WELCOME, "ana") : WRONG_CREDENTIALS);
        }));
        answering.start();
        try (var reader = new RtspReader(port, "club/court");
                var guess = new RtspReader(port, "club/court").signInAs("x", "y")) {
            Await.until("somebody to ask", () -> reader.ask("DESCRIBE", "").status() == 200);
            assertThat(guess.ask("DESCRIBE", "").status()).isEqualTo(401);
            reader.play(1).packet(0);
            assertThat(client.status().relay().readers()).isEqualTo(1);
            assertThat(client.feed("court").viewers()).isEqualTo(1);
            client.putFeed("court", new FeedSpec("rtsp://127.0.0.1/court", null, null, null, false));
            assertThat(guess.signInAs(RtspReader.USER, RtspReader.PASSWORD)
                            .ask("DESCRIBE", "")
                            .status())
                    .as("not published any more")
                    .isEqualTo(404);
            reader.packet(0);

            assertThat(client.relayReaders())
                    .extracting(RelayReader::path, RelayReader::who)
                    .as("also who was turned away later")
                    .containsOnly(tuple("club/court", "ana"));
            client.relayReaders().forEach(connected -> client.endRelayReader(connected.id()));
            assertThat(reader.isHungUp()).isTrue();
            Await.until("nobody reads", () -> client.relayReaders().isEmpty());
            client.endRelayReader("gone");
        } finally {
            answering.interrupt();
            answering.join();
        }
    }

    @Test
    void a_taken_port_leaves_the_relay_out_and_nothing_else(@TempDir Path other) throws Exception {
        int taken = client.status().relay().port();
        try (var second = new EngineInProcess(other, camera, Duration.ofMinutes(1), taken)) {
            var relay = second.client().status().relay();
            assertThat(relay.listens()).isFalse();
            assertThat(relay.reason().message()).contains("cannot listen on 127.0.0.1:" + taken);
            second.client().putFeed("court", COURT);
            assertThat(second.client().checkFeed("court", SECONDS, 3).state()).isEqualTo(FeedState.LIVE);
        }
    }

    @Test
    void a_deleted_feed_is_disconnected_and_unknown() {
        client.putFeed("court", COURT);
        client.checkFeed("court", SECONDS, 3);
        client.deleteFeed("court");
        assertThat(camera.connected()).isZero();
        refused(404, "not_found", () -> client.feed("court"));
    }

    @Test
    void unacceptable_addresses_are_refused() {
        refused(
                400,
                "bad_address",
                () -> client.putFeed("x", new FeedSpec("file:///etc/passwd", null, null, null, true)));
        refused(400, "bad_address", () -> client.check(new FeedSpec("", null, null, null, false), SECONDS, 1));
        refused(400, "bad_address", () -> client.putFeed("x", new FeedSpec("rtsp://h/", null, null, "ip", true)));
        assertThat(client.status().feeds()).isEmpty();
    }

    @Test
    void a_camera_is_checked_without_becoming_a_feed() {
        assertThat(client.check(COURT, SECONDS, 1).video().width()).isEqualTo(SyntheticCamera.WIDTH);
        assertThat(client.status().feeds()).isEmpty();
        assertThat(camera.connected()).isZero();
    }

    @Test
    void a_check_says_what_is_wrong_with_the_camera() {
        camera.away(new CameraLost(CameraLost.Reason.UNAUTHORIZED, "wrong password"));
        refused(422, "unauthorized", () -> client.check(COURT, SECONDS, 3));
    }

    @Test
    void a_recording_runs_is_stopped_and_can_be_decoded() throws IOException {
        client.putFeed("court", COURT);
        RecordingStatus started = client.putRecording("match", recording("match.mp4", Duration.ofMinutes(1)));
        assertThat(started.state()).isIn(RecordingState.STARTING, RecordingState.RECORDING);
        running("match", 50);

        RecordingStatus stopped = ended("match");

        assertThat(stopped.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(stopped.packetsWritten()).isEqualTo(stopped.packetsReceived());
        Mp4File decoded = Mp4File.of(data.resolve("match.mp4"));
        assertThat(decoded.pictures()).isEqualTo((int) stopped.frames());
        assertThat(decoded.damaged()).isZero();
    }

    @Test
    void the_same_wish_starts_one_recording_and_a_later_end_extends_it() {
        client.putFeed("court", COURT);
        RecordingSpec spec = recording("match.mp4", Duration.ofMinutes(1));
        client.putRecording("match", spec);
        client.putRecording("match", spec);
        var later = new RecordingSpec("court", spec.file(), spec.endsAt().plusSeconds(60), null, true, null);
        assertThat(client.putRecording("match", later).endsAt()).isEqualTo(later.endsAt());
        assertThat(client.status().recordings()).hasSize(1);
    }

    @Test
    void a_recording_ends_by_itself() {
        client.putFeed("court", COURT);
        client.checkFeed("court", SECONDS, 3);
        client.putRecording("match", recording("match.mp4", Duration.ofSeconds(5)));
        RecordingStatus ended = Await.value("the planned end", () -> client.recording("match"), r -> r.state()
                .hasEnded());
        assertThat(ended.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(Await.value(
                        "the fingerprint", () -> client.recording("match").sha256(), s -> s != null))
                .hasSize(64);
    }

    @Test
    void wishes_that_contradict_are_refused() {
        client.putFeed("court", COURT);
        client.putRecording("match", recording("match.mp4", Duration.ofMinutes(1)));
        refused(409, "conflict", () -> client.putRecording("match", recording("other.mp4", Duration.ofMinutes(1))));
        refused(409, "conflict", () -> client.putRecording("other", recording("match.mp4", Duration.ofMinutes(1))));
        refused(409, "conflict", () -> client.deleteFeed("court"));
        refused(409, "conflict", () -> client.deleteRecording("match"));
        client.stopRecording("match");
        Await.until("the end", () -> client.recording("match").state().hasEnded());
        client.deleteRecording("match");
        refused(404, "not_found", () -> client.recording("match"));
    }

    @Test
    void recordings_need_a_known_feed_and_a_folder() {
        refused(404, "not_found", () -> client.putRecording("match", recording("match.mp4", SECONDS)));
        client.putFeed("court", COURT);
        refused(400, "bad_request", () -> client.putRecording("match", recording("no/such/match.mp4", SECONDS)));
        var relative = new RecordingSpec("court", "match.mp4", Instant.now(), null, true, null);
        refused(400, "bad_request", () -> client.putRecording("match", relative));
    }

    @Test
    void live_video_is_playable_from_its_first_byte() throws Exception {
        client.putFeed("court", COURT);
        var live =
                client.live("court", "live.mp4", Map.of()).toCompletableFuture().get();
        assertThat(live.contentType()).startsWith("video/mp4; codecs=\"avc1.");
        var viewer = LiveBytes.of(live);
        Await.until("viewers counted", () -> client.feed("court").viewers() == 1);
        Await.until("a second of video", () -> viewer.soFar().length > 30_000);
        viewer.leave();
        Path file = Files.write(data.resolve("live.mp4"), viewer.soFar());
        assertThat(Mp4File.of(file).pictures()).isGreaterThan(10);
        Await.until("the viewer gone", () -> client.feed("court").viewers() == 0);
    }

    @Test
    void live_pictures_come_as_parts_with_their_length() throws Exception {
        client.putFeed("court", COURT);
        var live = client.live("court", "live.mjpeg", Map.of("fps", "25", "width", "160"))
                .toCompletableFuture()
                .get();
        assertThat(live.contentType()).isEqualTo("multipart/x-mixed-replace; boundary=frame");
        var viewer = LiveBytes.of(live);
        Await.until("pictures", () -> viewer.soFar().length > 20_000);
        viewer.leave();
        String text = new String(viewer.soFar(), StandardCharsets.ISO_8859_1);
        int length = Integer.parseInt(text.replaceAll("(?s).*?Content-Length: (\\d+)\r\n.*", "$1"));
        int begin = text.indexOf("\r\n\r\n") + 4;
        assertThat(text).startsWith("--frame\r\nContent-Type: image/jpeg\r\n");
        assertThat(text.substring(begin + length)).startsWith("\r\n--frame\r\n");
    }

    @Test
    void a_viewer_too_many_is_asked_to_come_later() throws Exception {
        client.putFeed("court", COURT);
        for (int i = 0; i < 2; i++)
            LiveBytes.of(client.live("court", "live.mjpeg", Map.of())
                    .toCompletableFuture()
                    .get());
        assertThatThrownBy(() -> client.live("court", "live.mjpeg", Map.of())
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.status()).isEqualTo(503));
    }

    @Test
    void a_snapshot_is_one_picture_of_now() throws IOException {
        client.putFeed("court", new FeedSpec("rtsp://127.0.0.1/court", null, null, null, false));
        var picture = ImageIO.read(new ByteArrayInputStream(client.snapshot("court", 200)));
        assertThat(picture.getWidth()).isEqualTo(200);
    }

    @Test
    void events_tell_what_there_is_then_what_changes() throws Exception {
        client.putFeed("court", COURT);
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        var reader = new Thread(() -> client.events(events::add));
        reader.start();
        Await.until("the feed", () -> events.stream()
                .anyMatch(e -> e.feed() != null && e.feed().state() == FeedState.LIVE));
        client.putRecording("match", recording("match.mp4", Duration.ofMinutes(1)));
        Await.until("the recording", () -> events.stream()
                .anyMatch(e -> e.recording() != null && e.recording().state() == RecordingState.RECORDING));
        long before = events.stream().filter(e -> e.recording() != null).count();
        Await.until(
                "its figures",
                () -> events.stream().filter(e -> e.recording() != null).count() > before + 1);
        client.stopRecording("match");
        Await.until("its end", () -> events.stream()
                .anyMatch(e -> e.recording() != null && e.recording().state() == RecordingState.COMPLETED));
        Await.until(
                "a sign of life", () -> events.stream().anyMatch(e -> e.type().equals("alive")));
        reader.interrupt();
        reader.join(60_000);
        assertThat(reader.isAlive()).isFalse();
    }

    @Test
    void readers_of_events_learn_that_the_engine_went_away() throws Exception {
        List<Throwable> ends = new CopyOnWriteArrayList<>();
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        var reader = new Thread(() -> client.events(events::add));
        reader.setUncaughtExceptionHandler((thread, error) -> ends.add(error));
        reader.start();
        Await.until("the stream", () -> !events.isEmpty());
        engine.close();
        reader.join(60_000);
        assertThat(ends).singleElement().isInstanceOfSatisfying(EngineException.class, e -> assertThat(
                        e.isUnavailable())
                .isTrue());
    }

    @Test
    void files_are_looked_at() throws IOException {
        Path video = recorded();
        MediaInfo info = client.probe(video.toString());
        assertThat(info.seconds()).isBetween(0.9, 30.0);
        assertThat(info.bytes()).isEqualTo(Files.size(video));
        assertThat(info.video().codec()).isEqualTo("h264");
        assertThat(info.audio()).isNull();

        Path thumbnail = data.resolve("match.jpg");
        client.thumbnail(new ThumbnailSpec(video.toString(), 99, 160, thumbnail.toString()));
        assertThat(ImageIO.read(thumbnail.toFile()).getWidth()).isEqualTo(160);

        Path strip = data.resolve("match.strip.jpg");
        client.strip(new StripSpec(video.toString(), 7, 3, 64, strip.toString()));
        BufferedImage sheet = ImageIO.read(strip.toFile());
        assertThat(sheet.getWidth()).isEqualTo(3 * 64);
        assertThat(sheet.getHeight()).isEqualTo(3 * 36);
        assertThat(brightness(sheet, 32, 18)).isGreaterThan(10);
        assertThat(brightness(sheet, 3 * 64 - 32, 3 * 36 - 18)).isLessThan(10);
        refused(400, "bad_request", () -> client.strip(new StripSpec(video.toString(), 0, 3, 64, strip.toString())));
    }

    private static int brightness(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3;
    }

    /** As both are killed, engine and web application, and the recording's end passes meanwhile. */
    @Test
    void what_was_left_unfinished_becomes_an_ordinary_mp4() throws IOException {
        client.putFeed("court", COURT);
        client.putRecording("match", recording("match.mp4", Duration.ofMinutes(1)));
        running("match", 60);
        Path left = Files.copy(data.resolve("match.mp4"), data.resolve("left.crash.mp4"));
        assertThat(Mp4File.of(left).isOrdinary()).isFalse();

        RecordingStatus finished = client.finish(data.resolve("left.mp4").toString());

        Mp4File file = Mp4File.of(data.resolve("left.mp4"));
        assertThat(finished.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(file.isOrdinary()).isTrue();
        assertThat(file.pictures()).isEqualTo((int) finished.frames()).isGreaterThan(20);
        assertThat(finished.bytes()).isEqualTo(Files.size(file.path()));
        assertThat(finished.sha256()).hasSize(64);
        assertThat(left).doesNotExist();
        refused(409, "conflict", () -> client.finish(data.resolve("match.mp4").toString()));
        ended("match");
        assertThat(Mp4File.of(data.resolve("match.mp4")).isOrdinary()).isTrue();
    }

    @Test
    void what_is_no_video_is_said_to_be_none() throws IOException {
        Path text = Files.writeString(data.resolve("no.mp4"), "this is no video");
        refused(422, "no_video", () -> client.probe(text.toString()));
        Path list = Files.writeString(data.resolve("list.m3u8"), "#EXTM3U\n#EXTINF:1,\nmatch.mp4\n");
        refused(422, "no_video", () -> client.probe(list.toString()));
        refused(422, "not_found", () -> client.probe(data.resolve("gone.mp4").toString()));
        var spec = new ThumbnailSpec(
                text.toString(), 0, 160, data.resolve("no.jpg").toString());
        refused(422, "no_video", () -> client.thumbnail(spec));
        assertThat(data.resolve("no.jpg")).doesNotExist();
    }

    @Test
    void an_orderly_end_finishes_what_is_recorded() throws IOException {
        client.putFeed("court", COURT);
        client.putRecording("match", recording("match.mp4", Duration.ofMinutes(1)));
        running("match", 25);
        client.shutdown();
        Await.until("the wish to end", () -> engine.askedToEnd.get() == 1);
        engine.close();
        assertThat(Mp4File.of(data.resolve("match.mp4")).pictures()).isGreaterThan(20);
        assertThat(RunningEngine.file(data)).doesNotExist();
    }

    @Test
    void it_is_idle_only_when_nobody_asks_and_nothing_records(@TempDir Path other) throws IOException {
        try (var impatient = new EngineInProcess(other, camera, Duration.ofMillis(1))) {
            Await.until("idleness", impatient::isIdle);
            EngineClient caller = impatient.client();
            caller.putFeed("court", COURT);
            Await.until("idleness with a camera", impatient::isIdle);
            caller.putRecording(
                    "match",
                    new RecordingSpec(
                            "court",
                            other.resolve("m.mp4").toString(),
                            Instant.now().plusSeconds(60),
                            null,
                            true,
                            null));
            assertThat(impatient.isIdle()).isFalse();
        }
    }

    private Path recorded() {
        client.putFeed("court", COURT);
        client.putRecording("match", recording("match.mp4", Duration.ofMinutes(1)));
        running("match", 26);
        ended("match");
        return data.resolve("match.mp4");
    }

    /** A stop is answered within a second; on a busy machine its file is finished later. */
    private RecordingStatus ended(String id) {
        return Await.value("the end", () -> client.stopRecording(id), status -> status.state()
                .hasEnded());
    }

    private void running(String id, int frames) {
        Await.value("frames", () -> client.recording(id).frames(), written -> written >= frames);
    }

    private RecordingSpec recording(String file, Duration length) {
        return new RecordingSpec(
                "court", data.resolve(file).toString(), Instant.now().plus(length), null, true, null);
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.reason().code()).isEqualTo(code);
        });
    }
}
