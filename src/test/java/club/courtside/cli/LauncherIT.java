package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./courtside run} and {@code stop} as a person at the keyboard meets them. */
class LauncherIT {

    @TempDir
    Path folder;

    @Test
    void stop_finishes_the_recording_and_the_next_start_takes_up_what_lies_on_the_disk() throws Exception {
        RunningCourtside courtside = new RunningCourtside(folder.resolve("data"), Map.of()).start();
        String session;
        try (courtside) {
            Api club = courtside.api().as("club");
            Match match = Match.onCourt(courtside, club, "terrain-3").record(1).awaitElapsed(1);
            session = match.session();
            match.stop();
            club.awaitField("/api/video/files/" + session + "/certificate", "sha256");
            match.record(60).awaitElapsed(2);
        }
        assertThat(courtside.processes()).isEmpty();
        assertThat(courtside.output()).contains("Finishing 1 recording.");
        agreesWhileNothingRuns(courtside);
        Path video = videoOf(courtside, session);
        changeOneByte(video);
        assertThat(courtside.said("doctor", "--videos").exitCode()).isZero();
        assertThat(courtside.said("doctor", "--videos", "--check"))
                .returns(1, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains(session + ".mp4: the SHA-256 is not the certified one");
        changeOneByte(video);
        Path brought = Files.copy(video, video.resolveSibling("Souvenir.mp4"));
        Files.setLastModifiedTime(brought, FileTime.from(Instant.now().minusSeconds(3600)));
        assertThat(courtside.said("doctor", "--videos"))
                .returns(1, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("Souvenir.mp4: a video file that the library does not know");

        try (RunningCourtside again = courtside.start()) {
            Api.Answer status = again.api().as("club").get("/api/video/record/status/" + session);
            assertThat(status.get("state")).as(status.text()).isEqualTo("completed");
            Await.until("Souvenir is in the library", () -> again.api()
                    .as("club")
                    .get("/api/video/files/list?q=souvenir")
                    .text()
                    .contains("\"status\":\"ready\""));
        }
    }

    private static void agreesWhileNothingRuns(RunningCourtside courtside) {
        assertThat(courtside.said("doctor", "--videos", "--check"))
                .returns(0, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("Videos in the catalogue: 2. Catalogue and disk agree.");
        assertThat(courtside.said("doctor"))
                .returns(0, RunningCourtside.Said::exitCode)
                .extracting(RunningCourtside.Said::text)
                .asString()
                .contains("ok     Java:", "ok     FFmpeg:", "ok     Port:", "Web application: does not run");
    }

    private static Path videoOf(RunningCourtside courtside, String session) throws IOException {
        try (var all = Files.walk(courtside.data().resolve("videos"))) {
            return all.filter(file -> file.endsWith(session + ".mp4")).findAny().orElseThrow();
        }
    }

    /** Done twice, it is as before. */
    private static void changeOneByte(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, channel.size() / 2);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            channel.write(one, channel.size() / 2);
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
