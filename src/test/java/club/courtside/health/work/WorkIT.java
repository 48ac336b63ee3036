package club.courtside.health.work;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Json;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Shared.class)
class WorkIT {

    private final RunningCourtside courtside;

    WorkIT(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    @Test
    void the_operator_sees_how_processing_stands_and_pushes_it() {
        var admin = courtside.api().as("admin");

        var statistics = admin.get("/api/v1/video-processing-stats").json();
        assertThat(statistics.path("videos").path("total").isNumber()).isTrue();
        assertThat(statistics.path("jobs").isArray()).isTrue();
        var pushed = admin.post("/api/v1/recover", Map.of("max_age_minutes", 43_200));
        assertThat(pushed.status()).isEqualTo(200);
        assertThat(pushed.json().path("recovered").asInt()).isZero();
        assertThat(admin.post("/api/v1/recover", Map.of("max_age_minutes", -1)).get("field"))
                .isEqualTo("max_age_minutes");
        assertThat(admin.post("/api/v1/recover", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void the_command_says_the_same() {
        var status = courtside.said("recover", "--status", "--json");
        assertThat(status.exitCode()).as(status.text()).isZero();
        assertThat(Json.parse(status.text()).path("videos").has("ready")).isTrue();

        var pushed = courtside.said("recover", "--max-age", "43200");
        assertThat(pushed.exitCode()).as(pushed.text()).isZero();
        assertThat(pushed.text()).contains("Recovered: 0.");
        var wrong = courtside.said("recover", "--max-age", "soon");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.text()).contains("--max-age is a number of minutes");
    }

    @Test
    void the_public_health_knows_the_queue() {
        var checks = courtside.api().get("/api/v1/health").json().path("checks");

        assertThat(checks.findValuesAsText("name")).contains("engine", "disk", "database", "relay", "cameras", "queue");
    }
}
