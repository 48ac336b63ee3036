package club.courtside.upload.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.support.HttpStub;
import club.courtside.support.HttpStub.Said;
import club.courtside.support.Json;
import club.courtside.support.SettableClock;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that behaves as https://docs.bunny.net/stream says, and speaks tus 1.0. */
class BunnyStreamTest {

    private static final String KEY = "key-of-the-library";
    private static final String LIBRARY = "133";

    /** One at Bunny. */
    private static final class Video {

        private final String title;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private long length = -1;
        private int status;
        private int progress;

        Video(String title) {
            this.title = title;
        }
    }

    private final SettableClock clock = new SettableClock();
    private final Map<String, Video> videos = new ConcurrentHashMap<>();
    private final HttpStub bunny = new HttpStub(this::answer);
    private final List<AutoCloseable> open = new ArrayList<>(List.of(bunny));
    private String metadata;

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    private Said answer(HttpExchange asked) throws IOException {
        String path = asked.getRequestURI().getPath();
        if (path.startsWith("/tusupload")) return tus(asked, path);
        if (!KEY.equals(asked.getRequestHeaders().getFirst("AccessKey"))
                || !path.startsWith("/library/" + LIBRARY + "/"))
            return Said.of(401, "{\"Message\":\"Authentication has been denied for this request.\"}");
        String guid = path.replaceFirst("/library/" + LIBRARY + "/videos/?", "");
        return switch (asked.getRequestMethod()) {
            case "POST" -> create(asked);
            case "DELETE" -> Said.of(videos.remove(guid) == null ? 404 : 200, "{\"success\":true}");
            default -> guid.isEmpty() ? Said.of(200, "{\"items\":[]}") : told(guid);
        };
    }

    private Said create(HttpExchange asked) throws IOException {
        String guid = UUID.randomUUID().toString();
        byte[] body = asked.getRequestBody().readAllBytes();
        videos.put(
                guid,
                new Video(Json.parse(new String(body, StandardCharsets.UTF_8))
                        .path("title")
                        .asText()));
        return Said.of(200, Json.write(Map.of("guid", guid, "status", 0)));
    }

    private Said told(String guid) {
        Video video = videos.get(guid);
        if (video == null) return Said.of(404);
        return Said.of(200, Json.write(Map.of("guid", guid, "status", video.status, "encodeProgress", video.progress)));
    }

    private Said tus(HttpExchange asked, String path) throws IOException {
        Headers headers = asked.getRequestHeaders();
        String guid = headers.getFirst("VideoId");
        Video video = guid == null ? null : videos.get(guid);
        if (video == null || !isSigned(headers)) return Said.of(401);
        switch (asked.getRequestMethod()) {
            case "POST" -> {
                video.length = Long.parseLong(headers.getFirst("Upload-Length"));
                metadata = headers.getFirst("Upload-Metadata");
                return new Said(201, Map.of("Location", "/tusupload/" + guid), "");
            }
            case "HEAD" -> {
                return video.length < 0 || !path.endsWith(guid) ? Said.of(404) : offset(200, video);
            }
            default -> {
                if (Long.parseLong(headers.getFirst("Upload-Offset")) != video.content.size()) return Said.of(409);
                take(asked.getRequestBody(), video);
                return offset(204, video);
            }
        }
    }

    /** What has come stays, also when the rest does not. */
    private static void take(InputStream body, Video video) throws IOException {
        byte[] some = new byte[10_000];
        for (int read = body.read(some); read >= 0; read = body.read(some)) video.content.write(some, 0, read);
        if (video.content.size() == video.length) video.status = 1;
    }

    private static Said offset(int status, Video video) {
        return new Said(status, Map.of("Upload-Offset", String.valueOf(video.content.size())), "");
    }

    private boolean isSigned(Headers headers) {
        String until = headers.getFirst("AuthorizationExpire");
        String right =
                Sending.sha256((LIBRARY + KEY + until + headers.getFirst("VideoId")).getBytes(StandardCharsets.UTF_8));
        return right.equals(headers.getFirst("AuthorizationSignature"))
                && LIBRARY.equals(headers.getFirst("LibraryId"))
                && Long.parseLong(until) > clock.instant().getEpochSecond();
    }

    private BunnyStream stream(Map<String, String> other) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BUNNY_STREAM_ENDPOINT", bunny.address().toString(),
                "BUNNY_STREAM_LIBRARY", LIBRARY,
                "BUNNY_STREAM_KEY", KEY));
        environment.putAll(other);
        TargetSettings settings = Sending.settings(environment, folder);
        Line line = new Line(settings);
        open.add(line::close);
        return new BunnyStream(settings, line, new Tus(line, new Bandwidth(settings), clock), clock);
    }

    private BunnyStream stream() {
        return stream(Map.of());
    }

    private Video only() {
        assertThat(videos).hasSize(1);
        return videos.values().iterator().next();
    }

    private void interrupt(Sending sending) {
        assertThatThrownBy(() -> stream().send(sending.endingAt(2_000_000).parcel()))
                .isInstanceOf(InterruptedUpload.class);
        sending.goingOn();
    }

    private static UploadFailure failure(Runnable what) {
        return catchThrowableOfType(UploadFailure.class, what::run);
    }

    @Test
    void a_video_arrives_with_its_title_and_is_followed_until_it_is_encoded() throws Exception {
        Sending sending = new Sending(folder, 3_000_000);

        Delivery delivery = stream().send(sending.parcel());

        Video video = only();
        assertThat(delivery)
                .isEqualTo(Delivery.worksOn(videos.keySet().iterator().next()));
        assertThat(video.content.toByteArray()).isEqualTo(sending.content());
        assertThat(video.title).isEqualTo("Final d'été");
        assertThat(metadata.split(","))
                .contains(
                        "filetype " + Base64.getEncoder().encodeToString("video/mp4".getBytes(StandardCharsets.UTF_8)));
        video.status = 3;
        video.progress = 40;
        assertThat(stream().follow(sending.parcel(), delivery.remoteId())).isEqualTo(RemoteWork.under(0.4));
        video.status = 4;
        assertThat(stream().follow(sending.parcel(), delivery.remoteId()).over())
                .isTrue();
    }

    @Test
    void what_broke_off_goes_on_where_it_was_in_the_same_video() throws Exception {
        Sending sending = new Sending(folder, 5_000_000);
        interrupt(sending);
        clock.passes(Duration.ofDays(30));

        stream().send(sending.parcel());

        assertThat(only().content.toByteArray()).isEqualTo(sending.content());
    }

    @Test
    void done_twice_it_arrives_once() throws Exception {
        Sending sending = new Sending(folder, 1000);
        Delivery first = stream().send(sending.parcel());

        assertThat(stream().send(sending.parcel())).isEqualTo(first);

        assertThat(only().content.size()).isEqualTo(1000);
        assertThat(bunny.asked().stream().filter(asked -> asked.startsWith("PATCH")))
                .hasSize(1);
    }

    @Test
    void a_video_that_was_deleted_there_begins_anew() throws Exception {
        Sending sending = new Sending(folder, 5_000_000);
        interrupt(sending);
        videos.clear();

        stream().send(sending.parcel());

        assertThat(only().content.toByteArray()).isEqualTo(sending.content());
    }

    @Test
    void what_bunny_cannot_encode_has_failed_for_good() throws Exception {
        Sending sending = new Sending(folder, 1000);
        String guid = stream().send(sending.parcel()).remoteId();
        only().status = 5;

        UploadFailure failure = failure(() -> stream().follow(sending.parcel(), guid));

        assertThat(failure.reason().code()).isEqualTo("remote_failed");
        assertThat(failure.isLasting()).isTrue();
        only().status = 6;
        assertThat(failure(() -> stream().follow(sending.parcel(), guid)).isAnew())
                .isTrue();
        videos.clear();
        assertThat(failure(() -> stream().follow(sending.parcel(), guid)).isAnew())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 42})
    void a_number_that_bunny_does_not_know_is_no_progress(int status) throws Exception {
        Sending sending = new Sending(folder, 1000);
        String guid = stream().send(sending.parcel()).remoteId();
        only().status = status;

        UploadFailure failure = failure(() -> stream().follow(sending.parcel(), guid));

        assertThat(failure.reason().code()).isEqualTo("bad_answer");
        assertThat(failure.isLasting()).isFalse();
    }

    @Test
    void what_is_forgotten_leaves_no_empty_video_but_what_has_arrived() throws Exception {
        Sending half = new Sending(folder, 5_000_000);
        interrupt(half);
        stream().forget(half.parcel());
        assertThat(videos).isEmpty();

        Sending whole = new Sending(folder, 1000);
        stream().send(whole.parcel());
        stream().forget(whole.parcel());
        assertThat(videos).hasSize(1);
    }

    @Test
    void a_wrong_key_is_a_lasting_failure() throws Exception {
        Sending sending = new Sending(folder, 1000);
        BunnyStream stream = stream(Map.of("BUNNY_STREAM_KEY", "another"));

        for (Runnable what : List.<Runnable>of(() -> stream.send(sending.parcel()), stream::check)) {
            UploadFailure failure = failure(what);
            assertThat(failure.reason().code()).isEqualTo("wrong_key");
            assertThat(failure.isLasting()).isTrue();
        }
        stream().check();
    }
}
