package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Films;
import club.courtside.support.ObsStudio;
import club.courtside.support.RunningClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** OBS on another machine, a newer OBS, and one that does not finish. */
@Timeout(400)
class StudioElsewhereTest extends WithStudio {

    private final RunningClock clock = new RunningClock();

    @TempDir
    Path mount;

    @Test
    void the_file_of_another_machine_is_found_in_the_mounted_folder() throws Exception {
        Path mounted = Files.createSymbolicLink(mount.resolve("obs"), obs.recordings());
        Studio studio = studio(
                spec(
                        URI.create("ws://127.0.0.1:" + obs.port()),
                        ObsStudio.PASSWORD,
                        obs.recordings().toString(),
                        mounted.toString()),
                clock);
        Await.until("OBS is connected", () -> studio.state().isConnected());
        StudioOrder order = order("Mounted", 120);
        order(studio, order);
        Await.until("it records", () -> latest().elapsedSeconds() > 2);
        ObsRecorder.answer(studio.stop(order));
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
    }

    @Test
    void a_file_that_does_not_appear_here_is_told_of_and_stays_where_it_is() throws Exception {
        Studio studio = studio(
                spec(
                        URI.create("ws://127.0.0.1:" + obs.port()),
                        ObsStudio.PASSWORD,
                        obs.recordings().toString(),
                        mount.resolve("nothing-mounted").toString()),
                clock);
        Await.until("OBS is connected", () -> studio.state().isConnected());
        StudioOrder order = order("Unreachable", 600);
        order(studio, order);
        Await.until("it records", () -> latest().elapsedSeconds() > 2);
        assertThat(ObsRecorder.answer(studio.stop(order)).state()).isEqualTo(RecordingState.FINALIZING);
        Await.until(
                "OBS is idle",
                () -> !byHand("GetRecordStatus", Map.of()).path("outputActive").asBoolean());
        Await.until("it has ended for us", () -> !studio.state().recordingByItself());
        assertThat(latest().state()).isEqualTo(RecordingState.FINALIZING);
        clock.passes(Duration.ofSeconds(90));
        RecordingStatus ended = ended();
        assertThat(ended.state()).isEqualTo(RecordingState.FAILED);
        assertThat(ended.reason().code()).isEqualTo("obs_file");
        assertThat(obs.recordings()).isDirectoryContaining("glob:**Unreachable_*.mkv");
    }

    @Test
    void stuck_in_stopping_its_file_is_taken_once_it_rests() throws Exception {
        try (ScriptedObs stuck = new ScriptedObs()) {
            Path film = new Films(mount).usual("film.mkv", "-c:v", "libx264");
            StudioOrder order = order("Stuck", 600);
            stuck.answers("GetRecordDirectory", "{\"recordDirectory\":\"" + mount + "\"}");
            Studio studio = studio(spec(stuck.address(), null, null, null), clock);
            Await.until("it is connected", () -> studio.state().isConnected());
            order(studio, order);
            Files.move(film, mount.resolve(order.name() + ".mkv"));
            stuck.answers("GetRecordStatus", "{\"outputActive\":true,\"outputDuration\":1000,\"outputBytes\":1000}");
            Await.until("it records", () -> latest().state() == RecordingState.RECORDING);
            assertThat(ObsRecorder.answer(studio.stop(order)).state()).isEqualTo(RecordingState.FINALIZING);
            assertThat(latest().state()).isNotEqualTo(RecordingState.COMPLETED);
            clock.passes(Duration.ofSeconds(20));
            Await.until("it is given up", () -> latest().reason() != null);
            assertThat(latest().reason().code()).isEqualTo("obs_stopping");
            clock.passes(Duration.ofSeconds(5));
            assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
            assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
        }
    }

    @Test
    void a_newer_obs_is_told_its_folder_in_one_call() throws Exception {
        try (ScriptedObs newer = new ScriptedObs()) {
            newer.answers("GetRecordDirectory", "{\"recordDirectory\":\"/home/obs/Videos\"}");
            Studio studio = studio(spec(newer.address(), null, "/srv/obs", mount.toString()), clock);
            Await.until("it is connected", () -> studio.state().isConnected());
            assertThat(studio.state().version()).isEqualTo("31.0.0");
            order(studio, order("Folder", 600));
            assertThat(newer.heard("SetRecordDirectory"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("/srv/obs");
            assertThat(newer.heard("SetProfileParameter")).noneMatch(request -> request.contains("FilePath"));
        }
    }
}
