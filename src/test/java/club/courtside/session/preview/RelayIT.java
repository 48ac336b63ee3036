package club.courtside.session.preview;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Match;
import club.courtside.support.RtspReader;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading courts over RTSP, in the whole product. */
@ExtendWith(Shared.class)
class RelayIT {

    private static final String COURT = "demo/terrain-1";

    private final RunningCourtside courtside;
    private final int port;

    RelayIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.port = Await.value(
                "the relay",
                () -> courtside
                        .api()
                        .get("/api/video/health")
                        .json()
                        .path("relay")
                        .path("port")
                        .asInt(),
                found -> found > 0);
    }

    @Test
    void staff_read_a_court_with_their_password() throws IOException {
        try (var reader = reader(COURT, "club", RunningCourtside.PASSWORD)) {
            var described = reader.ask("DESCRIBE", "");
            assertThat(described.status()).as(described.body()).isEqualTo(200);
            assertThat(described.body()).contains("H264/90000", "MPEG4-GENERIC/");
            reader.play(2);
            assertThat(reader.packet(0).payloadType()).isEqualTo(96);
            assertThat(reader.packet(2).payloadType()).isEqualTo(97);
        }
    }

    @Test
    void a_motion_jpeg_court_is_read_as_rtp_jpeg() throws IOException {
        try (var reader = reader("demo/terrain-2/camera-1", "club", RunningCourtside.PASSWORD)) {
            var described = reader.ask("DESCRIBE", "");
            assertThat(described.status()).as(described.body()).isEqualTo(200);
            assertThat(described.body()).contains("m=video 0 RTP/AVP 26");
            assertThat(reader.play(1).packet(0).payloadType()).isEqualTo(26);
        }
    }

    @Test
    void a_wrong_password_is_refused_and_gets_into_no_log() throws IOException {
        try (var reader = reader(COURT, "club", "not-the-password-7")) {
            assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(401);
        }
        for (String log : new String[] {"engine.log", "courtside.log"})
            assertThat(Files.readString(courtside.data().resolve("logs").resolve(log)))
                    .doesNotContain("not-the-password-7");
    }

    @Test
    void a_player_reads_a_court_only_while_their_session_is_open_there() throws IOException {
        Api player = courtside.api().as("player");
        try (var reader = reader("demo/terrain-3", "player", RunningCourtside.PASSWORD)) {
            assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(403);
            var byToken = new RtspReader(port, "demo/terrain-3").anonymous();
            try (byToken) {
                var match = Match.onCourt(courtside, player, "terrain-3");
                assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(200);
                JsonNode preview = player.get("/api/video/session/" + match.session())
                        .json()
                        .path("preview");
                assertThat(preview.path("rtsp").asText()).isEqualTo("rtsp://127.0.0.1:" + port + "/demo/terrain-3");
                assertThat(byToken.ask(
                                        "DESCRIBE",
                                        "?token=" + preview.path("token").asText())
                                .status())
                        .isEqualTo(200);
                assertThat(byToken.play(1).packet(0).payloadType()).isEqualTo(96);
                match.close();
                assertThat(byToken.isHungUp()).as("the session is over").isTrue();
            }
        }
        try (var reader = reader("demo/nowhere", "player", RunningCourtside.PASSWORD)) {
            assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(404);
        }
    }

    @Test
    void a_courts_preview_says_where_it_can_be_read() {
        JsonNode info = courtside
                .api()
                .as("club")
                .get("/api/courts/terrain-1/preview/info")
                .json();
        assertThat(info.path("rtsp").asText()).isEqualTo("rtsp://127.0.0.1:" + port + "/" + COURT);
    }

    @Test
    void a_renamed_camera_is_read_under_its_new_name() throws IOException {
        Api admin = courtside.api().as("admin");
        JsonNode camera =
                admin.get("/api/courts/terrain-1/cameras").json().path("items").get(0);
        String address = "/api/courts/terrain-1/cameras/" + camera.path("id").asText();
        assertThat(admin.put(address, Map.of("name", "North side")).status()).isEqualTo(200);
        try (var reader = reader(COURT + "/north-side", "club", RunningCourtside.PASSWORD)) {
            assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(200);
        } finally {
            admin.put(address, Map.of("name", camera.path("name").asText()));
        }
    }

    private RtspReader reader(String path, String who, String password) throws IOException {
        return new RtspReader(port, path).signInAs(who + "@demo.club", password);
    }
}
