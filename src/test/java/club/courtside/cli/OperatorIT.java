package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCamera;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Json;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does: TLS, an import, a backup, a lost data folder that comes back, and an upgrade while somebody plays. */
class OperatorIT {

    private static final String LIST = "/api/video/files/list";
    private static final String PASSWORD = "of the keystore";

    @TempDir
    Path folder;

    private final DemoCamera guarded =
            new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL).onlyFor("club", "s3cret"), SoundCodec.AAC);

    @BeforeEach
    void start_a_camera_with_a_password() throws Exception {
        guarded.start();
    }

    @AfterEach
    void stop_it() throws Exception {
        guarded.close();
    }

    @Test
    void what_was_backed_up_is_there_after_the_data_folder_was_lost_and_an_upgrade_interrupts_no_recording()
            throws Exception {
        Path keystore = KeystoreTest.made(folder.resolve("club.p12"), PASSWORD);
        RunningCourtside courtside = new RunningCourtside(
                folder.resolve("data"),
                Map.of("COURTSIDE_TLS_KEYSTORE", keystore.toString(), "COURTSIDE_TLS_PASSWORD", PASSWORD));
        Path backup = folder.resolve("backup.zip");
        String camera;
        JsonNode before;
        try (RunningCourtside first = courtside.start()) {
            speaksTls(first, keystore);
            Api club = first.api().as("club");
            imports(first, recorded(first, club));
            camera = club.post(
                            "/api/courts/" + court(club) + "/cameras",
                            Map.of("name", "Haut", "url", guarded.url(), "username", "club", "password", "s3cret"))
                    .get("id");
            answersToItsPassword(club, camera);
            before = libraryWithPictures(club);
            RunningCourtside.Said said = first.said("backup", backup.toString(), "--json");
            assertThat(said.exitCode()).as(said.text()).isZero();
            assertThat(Json.parse(said.text()).path("file").asText()).isEqualTo(backup.toString());
            assertThat(first.said("restore", backup.toString(), "--force"))
                    .returns(1, RunningCourtside.Said::exitCode)
                    .extracting(RunningCourtside.Said::text)
                    .asString()
                    .contains("Courtside runs");
        }
        assertThat(courtside.said("backup", folder.toString()).exitCode()).isZero();
        Path lost = courtside.loses(folder.resolve("lost"));

        RunningCourtside.Said restored = courtside.said("restore", backup.toString());

        assertThat(restored.exitCode()).as(restored.text()).isZero();
        Files.move(lost.resolve("videos"), courtside.data().resolve("videos"));
        try (RunningCourtside again = courtside.start()) {
            Api club = again.api().as("club");
            assertThat(libraryWithPictures(club)).isEqualTo(before);
            // Only the key of before opens the password of this camera.
            recordsThroughAnUpgrade(again, Match.onCamera(again, club, court(club), camera));
        }
    }

    private void answersToItsPassword(Api club, String camera) {
        Api.Answer trial = club.post("/api/cameras/test", Map.of("url", guarded.url(), "camera_id", camera));
        assertThat(trial.status()).as(trial.text()).isEqualTo(200);
    }

    private static Path recorded(RunningCourtside courtside, Api club) {
        try (Match match = Match.onCourt(courtside, club, "terrain-3").record(1).awaitElapsed(1)) {
            match.stop();
            match.awaitState("completed", Duration.ofSeconds(90));
            return match.file();
        }
    }

    private void imports(RunningCourtside courtside, Path video) throws Exception {
        Path collection = Files.createDirectories(folder.resolve("collection/2019"));
        Files.copy(video, collection.resolve("Finale_dames.mp4"));
        Files.writeString(collection.resolve("letter.mp4"), "Dear club");
        String from = collection.getParent().toString();

        assertThat(courtside.said("import", from, "--club", "demo").text())
                .contains("Finale_dames.mp4: imported", "letter.mp4: refused, it is no video")
                .contains("Imported: 1. In the library already: 0. Refused: 1.");
        assertThat(courtside.said("import", from, "--club", "demo", "--json"))
                .returns(1, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("\"imported\":0,\"known\":1");
        assertThat(courtside.said("import", from, "--club", "nowhere").text()).contains("there are: demo");
        assertThat(courtside.said("import", from, "--clbu", "demo"))
                .returns(2, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("no option '--clbu'");
    }

    private static void speaksTls(RunningCourtside courtside, Path keystore) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
        String pages = Json.parse(courtside.said("status", "--json").text())
                .path("address")
                .asText();
        assertThat(pages).startsWith("https://");

        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(pages + "/login.xhtml")).build(),
                HttpResponse.BodyHandlers.ofString());
        WebSocket socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + courtside.api().as("club").token())
                .buildAsync(
                        URI.create(pages.replaceFirst("^https", "wss") + "/ws/updates"), new WebSocket.Listener() {})
                .get(30, TimeUnit.SECONDS);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        socket.abort();
    }

    /** The engine goes on while everything else is exchanged. */
    private static void recordsThroughAnUpgrade(RunningCourtside courtside, Match match) {
        match.record(60).awaitElapsed(1);
        long engine = courtside.engine().pid();

        assertThat(courtside.said("stop", "--keep-recording").exitCode()).isZero();
        assertThat(courtside.engine().isAlive()).isTrue();
        courtside.start();

        assertThat(courtside.engine().pid()).isEqualTo(engine);
        assertThat(match.status().path("state").asText()).isEqualTo("recording");
        match.stop();
        match.awaitState("completed", Duration.ofSeconds(90));
        assertThat(match.status().path("gaps")).isEmpty();
    }

    private static String court(Api club) {
        return club.get("/api/courts").json().path("items").path(0).path("id").asText();
    }

    /** Pictures are made by themselves, and made again when they were lost: no backup has them. */
    private static JsonNode libraryWithPictures(Api club) {
        return Await.value(
                "the pictures of all videos",
                () -> club.get(LIST).json(),
                list -> list.findValues("thumbnail_url").stream().noneMatch(JsonNode::isNull));
    }
}
