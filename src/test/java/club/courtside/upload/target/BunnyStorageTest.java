package club.courtside.upload.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.support.HttpStub;
import club.courtside.support.HttpStub.Said;
import club.courtside.support.Json;
import club.courtside.support.ServerFront;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that behaves as https://docs.bunny.net/storage/http says. */
class BunnyStorageTest {

    private static final String KEY = "password-of-the-zone";

    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final HttpStub bunny = new HttpStub(this::answer);
    private final List<AutoCloseable> open = new ArrayList<>(List.of(bunny));

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    private Said answer(HttpExchange asked) throws IOException {
        String path = asked.getRequestURI().getPath();
        if (!KEY.equals(asked.getRequestHeaders().getFirst("AccessKey")) || !path.startsWith("/club/"))
            return Said.of(401, "{\"HttpCode\":401,\"Message\":\"Unauthorized\"}");
        if (asked.getRequestMethod().equals("GET")) return Said.of(200, listed(path));
        byte[] content = asked.getRequestBody().readAllBytes();
        String sum = asked.getRequestHeaders().getFirst("Checksum");
        if (sum != null && !sum.equals(Sending.sha256(content).toUpperCase(Locale.ROOT)))
            return Said.of(400, "{\"HttpCode\":400,\"Message\":\"Checksum does not match\"}");
        stored.put(path, content);
        return Said.of(201, "{\"HttpCode\":201,\"Message\":\"File uploaded.\"}");
    }

    private String listed(String path) {
        return Json.write(stored.entrySet().stream()
                .filter(file -> file.getKey().startsWith(path))
                .map(file -> Map.of(
                        "ObjectName",
                        file.getKey().substring(path.length()),
                        "Length",
                        file.getValue().length,
                        "IsDirectory",
                        false,
                        "Checksum",
                        Sending.sha256(file.getValue()).toUpperCase(Locale.ROOT)))
                .toList());
    }

    private BunnyStorage storage(Map<String, String> other) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BUNNY_STORAGE_ENDPOINT",
                bunny.address().toString(),
                "BUNNY_STORAGE_ZONE",
                "club",
                "BUNNY_STORAGE_KEY",
                KEY));
        environment.putAll(other);
        TargetSettings settings = Sending.settings(environment, folder);
        Line line = new Line(settings);
        open.add(line::close);
        return new BunnyStorage(settings, line, new Bandwidth(settings), Clock.systemUTC());
    }

    private static UploadFailure failure(Runnable what) {
        return catchThrowableOfType(UploadFailure.class, what::run);
    }

    @Test
    void a_file_arrives_under_its_club_and_video_with_its_checksum() throws Exception {
        Sending sending = new Sending(folder, 3_000_000);

        Delivery delivery = storage(Map.of()).send(sending.parcel());

        assertThat(delivery).isEqualTo(Delivery.stored(sending.path()));
        assertThat(stored).containsOnlyKeys("/club/" + sending.path());
        assertThat(stored.get("/club/" + sending.path())).isEqualTo(sending.content());
    }

    @Test
    void done_twice_it_is_sent_once() throws Exception {
        Sending sending = new Sending(folder, 1000);
        storage(Map.of()).send(sending.parcel());
        storage(Map.of()).send(sending.parcel());

        assertThat(bunny.asked().stream().filter(asked -> asked.startsWith("PUT")))
                .hasSize(1);

        stored.put("/club/" + sending.path(), new byte[1000]);
        storage(Map.of()).send(sending.parcel());
        assertThat(stored.get("/club/" + sending.path())).isEqualTo(sending.content());
    }

    @Test
    void what_the_line_has_damaged_begins_anew() throws Exception {
        Sending sending = new Sending(folder, 3_000_000);
        ServerFront front = new ServerFront(bunny.address());
        open.add(front);
        front.damageAfter(2_000_000);
        BunnyStorage storage =
                storage(Map.of("BUNNY_STORAGE_ENDPOINT", front.address().toString()));

        UploadFailure failure = failure(() -> storage.send(sending.parcel()));

        assertThat(failure.reason().code()).isEqualTo("wrong_checksum");
        assertThat(failure.isAnew()).isTrue();
        assertThat(stored).isEmpty();
        storage.send(sending.parcel());
        assertThat(stored.get("/club/" + sending.path())).isEqualTo(sending.content());
    }

    @Test
    void a_wrong_password_or_zone_is_a_lasting_failure() throws Exception {
        Sending sending = new Sending(folder, 1000);

        for (Map<String, String> wrong :
                List.of(Map.of("BUNNY_STORAGE_KEY", "another"), Map.of("BUNNY_STORAGE_ZONE", "nobody"))) {
            BunnyStorage storage = storage(wrong);
            for (Runnable what : List.<Runnable>of(() -> storage.send(sending.parcel()), storage::check)) {
                UploadFailure failure = failure(what);
                assertThat(failure.reason().code()).isEqualTo("wrong_key");
                assertThat(failure.isLasting()).isTrue();
            }
        }
        storage(Map.of()).check();
    }
}
