package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./courtside run} and {@code stop} as a person at the keyboard meets them. */
class LauncherIT {

    @TempDir
    Path folder;

    @Test
    void stop_finishes_the_recording_and_leaves_no_process() {
        RunningCourtside courtside = new RunningCourtside(folder.resolve("data"), Map.of()).start();
        String session;
        try (courtside) {
            Api club = courtside.api().as("club");
            session = Match.onCourt(courtside, club, "terrain-1")
                    .record(60)
                    .awaitElapsed(2)
                    .session();
        }
        assertThat(courtside.processes()).isEmpty();
        assertThat(courtside.output()).contains("Finishing 1 recording.");

        try (RunningCourtside again = courtside.start()) {
            Api.Answer status = again.api().as("club").get("/api/video/record/status/" + session);
            assertThat(status.get("state")).as(status.text()).isEqualTo("completed");
        }
    }

    @Test
    void a_taken_port_is_one_clear_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String said = saidByRun(Map.of("COURTSIDE_PORT", String.valueOf(taken.getLocalPort())));
            assertThat(said.strip().lines()).hasSize(1);
            assertThat(said).contains("Port " + taken.getLocalPort()).contains("COURTSIDE_PORT=");
        }
    }

    @Test
    void a_port_that_is_no_number_is_one_clear_sentence() throws Exception {
        assertThat(saidByRun(Map.of("COURTSIDE_PORT", "http")).strip().lines())
                .containsExactly("courtside: COURTSIDE_PORT is 'http', but a port is a number from 0 to 65535.");
    }

    @Test
    void a_data_folder_that_cannot_be_is_one_clear_sentence() throws Exception {
        Files.writeString(folder.resolve("data"), "a file, not a folder");
        assertThat(saidByRun(Map.of()).strip().lines())
                .singleElement()
                .asString()
                .contains("COURTSIDE_DATA");
    }

    @Test
    void a_setting_that_does_not_exist_is_said_with_the_nearest_right_name() throws Exception {
        assertThat(saidByRun(Map.of("COURTSIDE_PORT", "0", "COURTSIDE_MAX_SESION", "3"))
                        .strip()
                        .lines())
                .containsExactly("courtside: Courtside cannot start: unknown setting COURTSIDE_MAX_SESION;"
                        + " did you mean COURTSIDE_MAX_SESSIONS?");
    }

    private String saidByRun(Map<String, String> environment) throws Exception {
        Path output = folder.resolve("said");
        Process run = new RunningCourtside(folder.resolve("data"), environment).command("run", output);
        assertThat(run.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(1);
        return Files.readString(output);
    }
}
