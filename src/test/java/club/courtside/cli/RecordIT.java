package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Json;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./courtside record} beside a running Courtside. */
@ExtendWith(Shared.class)
class RecordIT {

    @TempDir
    Path folder;

    private final RunningCourtside courtside;

    RecordIT(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    @Test
    void a_script_gets_one_object_with_the_file_of_a_court() {
        RunningCourtside.Said said = courtside.said(
                "record", "--court", "demo/terrain-3", "--session-name", "Finale", "--duration", "2s", "--json");

        assertThat(said.exitCode()).as(said.text()).isZero();
        assertThat(said.text().strip().lines()).hasSize(1);
        JsonNode answer = Json.parse(said.text());
        assertThat(answer.path("state").asText()).isEqualTo("completed");
        assertThat(answer.path("name").asText()).isEqualTo("Finale");
        assertThat(answer.path("duration_seconds").asDouble()).isBetween(2.0, 20.0);
        assertThat(Path.of(answer.path("file").asText()))
                .hasSize(answer.path("size_bytes").asLong());
        assertThat(courtside.api().as("admin").get("/api/video/session/list").get("total"))
                .isEqualTo("0");
    }

    @Test
    void ctrl_c_stops_a_camera_without_a_court_in_good_order() throws Exception {
        Path output = folder.resolve("said");
        Process recording = courtside.command(List.of("record", "--url", aCamera(), "--duration", "1h"), output);
        Await.until("figures are shown", () -> Files.readString(output).contains(" of 1:00:00  "));

        recording.destroy();

        assertThat(recording.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(recording.exitValue()).as(said).isZero();
        assertThat(said).contains("Ctrl-C stops it.").containsPattern("Recorded .*\\.mp4: 0:\\d\\d, .* MB\\.");
        Path file =
                Path.of(said.replaceAll("(?s).*Recorded (.*\\.mp4): .*", "$1").strip());
        assertThat(Ffprobe.of(file).seconds()).isPositive();
    }

    private String openSessions() {
        return courtside.api().as("admin").get("/api/video/session/list").text();
    }

    private String aCamera() {
        var club = courtside.api().as("club");
        return club.get("/api/courts/terrain-1/cameras")
                .json()
                .at("/items/0/url")
                .asText();
    }

    @Test
    void what_cannot_be_recorded_is_said_with_the_option() {
        String before = openSessions();
        assertThat(courtside.said("record", "--court", "demo/nowhere"))
                .returns(1, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("--court: there is no court 'demo/nowhere'; there are: demo/terrain-1,");
        assertThat(courtside.said("record", "--url", "file:///etc/passwd", "--duration", "1m"))
                .returns(2, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("--url: the camera address must begin with rtsp://");
        assertThat(courtside.said("record", "--court", "demo/terrain-3", "--session-name", "../../x"))
                .returns(2, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("--session-name: the name looks like the path of a file");
        assertThat(courtside
                        .said("record", "--url", "rtsp://127.0.0.1:1/", "--duration", "1m")
                        .exitCode())
                .isEqualTo(1);
        assertThat(courtside.api().as("admin").get("/api/video/session/list").get("total"))
                .isEqualTo("0");
    }
}
