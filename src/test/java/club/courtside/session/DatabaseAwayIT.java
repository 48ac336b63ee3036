package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.PostgresServer;
import club.courtside.support.RunningCourtside;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is stopped in the middle of a match. It takes more than a minute, so only runs with PostgreSQL have it. */
@EnabledIfSystemProperty(named = "courtside.test.database", matches = "postgresql")
class DatabaseAwayIT {

    private static final Duration A_MATCH = Duration.ofSeconds(150);

    @TempDir
    Path folder;

    private PostgresServer database;
    private RunningCourtside courtside;
    private Api club;

    @BeforeEach
    void start() {
        database = PostgresServer.started();
        courtside = new RunningCourtside(
                        folder.resolve("data"),
                        Map.of("COURTSIDE_DB_URL", database.url("courtside"), "COURTSIDE_DB_USER", PostgresServer.USER))
                .start();
        club = courtside.api().as("club");
    }

    @AfterEach
    void stop() {
        if (courtside != null) courtside.close();
        database.close();
    }

    @Test
    void a_match_that_ends_while_the_database_is_away_is_in_the_library_when_it_is_back() throws Exception {
        String court =
                club.get("/api/courts").json().path("items").get(0).path("id").asText();
        String session = club.post("/api/video/session/create", Map.of("terrain_id", court))
                .get("session_id");
        Api.Answer started = club.post("/api/video/record/start", Map.of("session_id", session, "duration_minutes", 1));
        assertThat(started.status()).isEqualTo(201);
        Path file = courtside.data().resolve(started.get("video_path"));
        Await.until("the file begins", () -> Files.size(file) > 0);

        database.stop();

        Await.until("the API says so", () -> club.get("/api/video/files/list").status() == 503);
        assertThat(club.get("/api/video/files/list").get("detail")).contains("the database does not answer");
        Api.Answer page = club.get("/library.xhtml");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("database").doesNotContain("Exception");
        assertThat(club.get("/api/v1/health").status()).isEqualTo(503);
        long then = Files.size(file);
        Await.until("the recording goes on", () -> Files.size(file) > then);
        Instant end = OffsetDateTime.parse(started.get("planned_end_at")).toInstant();
        Await.until("its planned end", A_MATCH, () -> Instant.now().isAfter(end.plusSeconds(2)));

        database.start();

        Await.until("all is well again", () -> club.get("/api/v1/health").status() == 200);
        Await.until("it is written down", A_MATCH, this::allAreReady);
        assertThat(club.get("/api/video/record/status/" + session).get("state")).isEqualTo("completed");
    }

    /** Of all angles. */
    private boolean allAreReady() {
        JsonNode videos = club.get("/api/video/files/list").json().path("items");
        for (JsonNode video : videos) if (!video.path("status").asText().equals("ready")) return false;
        return !videos.isEmpty();
    }
}
