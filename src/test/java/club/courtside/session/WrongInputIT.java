package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong input gets a clear error that names the field, and leaves nothing half-made. */
@ExtendWith(Shared.class)
class WrongInputIT {

    private final RunningCourtside courtside;
    private final Api admin;
    private final Api club;
    private final Api player;

    WrongInputIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.admin = courtside.api().as("admin");
        this.club = courtside.api().as("club");
        this.player = courtside.api().as("player");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "concat:/etc/passwd|/etc/hosts",
                "data:video/mp4;base64,AAAA",
                "rtsp://",
                "",
                "not a url"
            })
    void a_camera_address_that_is_none_is_refused(String url) {
        Api.Answer answer = admin.post("/api/video/session/create", Map.of("camera_url", url));
        assertProblem(answer, 400, "camera_url");
        assertThat(answer.text()).doesNotContain("root:");
        assertNothingOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/login", "/api/video/session/create", "/api/video/record/start"})
    void a_call_without_content_is_refused(String path) {
        assertThat(player.post(path).status()).isEqualTo(400);
    }

    @Test
    void what_needs_no_content_is_answered_without() {
        assertThat(admin.options("/api/courts").status()).isEqualTo(200);
        assertThat(courtside.api().post("/api/auth/logout").status()).isEqualTo(204);
    }

    @Test
    void a_port_where_nothing_listens_is_refused() {
        Api.Answer answer = admin.post("/api/video/session/create", Map.of("camera_url", "rtsp://127.0.0.1:1/x"));
        assertProblem(answer, 422, "camera_url");
        assertThat(answer.get("reason")).isEqualTo("refused");
        assertNothingOpen();
    }

    @Test
    void an_address_that_is_no_video_says_so() {
        Api.Answer answer =
                admin.post("/api/video/session/create", Map.of("camera_url", courtside.address("/api/video/health")));
        assertProblem(answer, 422, "camera_url");
        assertThat(answer.get("reason")).isEqualTo("no_video");
        assertNothingOpen();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "361", "1000000000", "'\"abc\"'", "1.5", "'\"\"'"})
    void a_duration_out_of_range_is_refused(String minutes) {
        try (Match match = Match.onCourt(courtside, club, "terrain-2")) {
            Api.Answer answer = club.postText(
                    "/api/video/record/start",
                    "{\"session_id\":\"" + match.session() + "\",\"duration_minutes\":" + minutes + "}");
            assertProblem(answer, 400, "duration_minutes");
            assertThat(club.get("/api/video/record/status/" + match.session()).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/video/session/",
                "/api/video/record/status/",
                "/api/preview/%s/info",
                "/api/courts/%s/preview/info"
            })
    void an_unknown_id_is_not_found(String path) {
        for (String id : List.of(UUID.randomUUID().toString(), "no-id", "..%2f..%2fetc%2fpasswd")) {
            String whole = path.contains("%s") ? path.replace("%s", id) : path + id;
            assertThat(club.get(whole).status()).as(whole).isIn(400, 404);
        }
    }

    @Test
    void a_player_cannot_stop_what_the_staff_records() {
        try (Match match = Match.onCourt(courtside, club, "terrain-2").record(1)) {
            Api.Answer answer = player.post("/api/video/record/stop", Map.of("session_id", match.session()));
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(match.status().path("ended_at").isNull()).isTrue();
            match.stop();
        }
    }

    @Test
    void start_pressed_twice_at_once_makes_one_recording() {
        try (Match match = Match.onCourt(courtside, club, "terrain-2")) {
            Map<String, Object> start = Map.of("session_id", match.session(), "duration_minutes", 1, "name", "Final");
            List<Api.Answer> answers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> club.post("/api/video/record/start", start)))
                    .limit(4)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(Api.Answer::status).allMatch(s -> s == 200 || s == 201);
            assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
            assertThat(answers.stream().map(a -> a.get("id")).distinct()).hasSize(1);

            Api.Answer other =
                    club.post("/api/video/record/start", Map.of("session_id", match.session(), "duration_minutes", 5));
            assertThat(other.status()).isEqualTo(409);
            match.stop();
        }
    }

    @Test
    void without_a_token_nothing_is_told() {
        for (String path : List.of("/api/courts", "/api/video/session/list", "/api/video/files/list", "/api/auth/me"))
            assertProblem(courtside.api().get(path), 401, null);
        assertThat(courtside.api().get("/api/video/health").status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_a_wrong_token_are_refused() {
        assertProblem(
                courtside.api().post("/api/auth/login", Map.of("email", "nobody@demo.club", "password", "wrong")),
                401,
                null);
        assertThat(courtside
                        .api()
                        .get("/api/courts", "Authorization", "Bearer e.e.e")
                        .status())
                .isEqualTo(401);
    }

    private void assertNothingOpen() {
        admin.get("/api/video/session/list").json().path("items").forEach(session -> assertThat(
                        session.path("terrain_id").isNull())
                .as("no session of a bare camera is left: " + session)
                .isFalse());
    }

    private static void assertProblem(Api.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.get("title")).isNotBlank();
        if (field != null) assertThat(answer.get("field")).isEqualTo(field);
    }
}
