package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.ObsStudio;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One court's recordings with the real OBS Studio and the real engine, without the rest of the product. */
@Timeout(400)
class StudioTest extends WithStudio {

    @Test
    void a_match_is_recorded_under_its_name_and_becomes_an_mp4() {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Finale, 18h / terrain %1", 60);
        assertThat(order(studio, order).state()).isIn(RecordingState.STARTING, RecordingState.RECORDING);
        Await.until("figures", () -> latest().elapsedSeconds() > 2 && latest().bytes() > 0 && latest().frames() > 0);
        assertThat(latest().state()).isEqualTo(RecordingState.RECORDING);
        assertThat(studio.state().figures().fps())
                .as("25 pictures a second are asked for; a busy machine draws fewer")
                .isPositive()
                .isLessThan(30);
        JsonNode fileName = byHand(
                "GetProfileParameter", Map.of("parameterCategory", "Output", "parameterName", "FilenameFormatting"));
        assertThat(fileName.path("parameterValue").asText()).isEqualTo("%CCYY-%MM-%DD %hh-%mm-%ss");
        ObsRecorder.answer(studio.stop(order));
        RecordingStatus ended = ended();
        assertThat(ended.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(ended.reason()).isNull();
        assertThat(ended.video().codec()).isEqualTo("h264");
        assertThat(ended.video().width()).isEqualTo(640);
        assertThat(ended.sha256()).hasSize(64);
        assertThat(ended.elapsedSeconds()).isCloseTo(Ffprobe.of(order.library()).seconds(), within(0.3));
        assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
        assertThat(obs.recordings()).isDirectoryContaining("glob:**Finale_18h_terrain_1_*.mkv");
    }

    @Test
    void it_ends_by_itself_when_it_is_planned_to() {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Short", 6);
        order(studio, order);
        RecordingStatus ended = ended();
        assertThat(ended.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(Duration.between(order.endsAt(), ended.endedAt()).abs()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void it_can_be_stopped_while_obs_is_gone() {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Gone", 120);
        order(studio, order);
        Await.until("some seconds", () -> latest().elapsedSeconds() > 5);
        obs.kill();
        Await.until("it is interrupted", () -> latest().state() == RecordingState.INTERRUPTED);
        assertThat(ObsRecorder.answer(studio.stop(order)).state()).isEqualTo(RecordingState.FINALIZING);
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
    }

    @Test
    void the_network_may_go_away_for_a_while() {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Network", 120);
        order(studio, order);
        Await.until("it records", () -> latest().elapsedSeconds() > 2);
        obs.leaveNetwork();
        Await.until("it is interrupted", () -> latest().state() == RecordingState.INTERRUPTED);
        obs.rejoinNetwork();
        Await.until("it records again", () -> latest().state() == RecordingState.RECORDING);
        assertThat(latest().reconnects()).isEqualTo(1);
        ObsRecorder.answer(studio.stop(order));
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
    }

    @Test
    void what_was_stopped_without_network_is_stopped_in_obs_as_soon_as_it_can_be() {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Unheard", 120);
        order(studio, order);
        Await.until("it records", () -> latest().elapsedSeconds() > 2);
        obs.leaveNetwork();
        Await.until("it is interrupted", () -> latest().state() == RecordingState.INTERRUPTED);
        assertThat(ObsRecorder.answer(studio.stop(order)).state()).isEqualTo(RecordingState.FINALIZING);
        obs.rejoinNetwork();
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
        Await.until(
                "OBS is free",
                () -> studio.state().isConnected() && !studio.state().recordingByItself());
    }

    @Test
    void stopped_by_hand_it_is_complete() throws Exception {
        Studio studio = connected(ObsStudio.PASSWORD);
        order(studio, order("By hand", 120));
        Await.until("it records", () -> latest().elapsedSeconds() > 2);
        byHand("StopRecord");
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
    }

    @Test
    void started_by_hand_it_is_busy_and_left_alone() throws Exception {
        Studio studio = connected(ObsStudio.PASSWORD);
        byHand("StartRecord");
        Await.until("it is noticed", () -> studio.state().recordingByItself());
        assertThatThrownBy(() -> order(studio, order("Mine", 60)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        no -> assertThat(no.reason().code()).isEqualTo("obs_busy"));
        byHand("StopRecord");
        Await.until("it is free again", () -> !studio.state().recordingByItself());
        assertThat(recordings).isEmpty();
    }

    @Test
    void what_obs_records_already_when_we_come_is_left_alone() throws Exception {
        byHand("StartRecord");
        Studio studio = connected(ObsStudio.PASSWORD);
        Await.until("it is noticed", () -> studio.state().recordingByItself());
        assertThat(studio.state().reason().code()).isEqualTo("obs_busy");
        assertThat(byHand("GetRecordStatus", Map.of()).path("outputActive").asBoolean())
                .isTrue();
        byHand("StopRecord");
        Await.until("it is free", () -> !studio.state().recordingByItself());
        assertThat(recordings).isEmpty();
    }

    @Test
    void a_new_application_goes_on_with_what_obs_records() {
        Studio before = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Restart", 120);
        order(before, order);
        Await.until("it records", () -> latest().state() == RecordingState.RECORDING);
        Instant began = latest().startedAt();
        before.end();
        Studio after = connected(ObsStudio.PASSWORD);
        StudioOrder known =
                new StudioOrder(order.id(), order.name(), order.endsAt(), began, List.of(), null, order.library());
        assertThat(order(after, known).state()).isEqualTo(RecordingState.RECORDING);
        ObsRecorder.answer(after.stop(known));
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(ended().startedAt()).isEqualTo(began);
    }

    @Test
    void a_wrong_password_is_a_state() {
        Studio studio = studio("wrong");
        Await.until("it is refused", () -> studio.state().link() == FeedState.LOST);
        assertThat(studio.state().reason().code()).isEqualTo("obs_password");
        assertThat(connections).extracting(FeedStatus::state).containsExactly(FeedState.LOST);
        assertThatThrownBy(() -> order(studio, order("Never", 60))).hasMessageContaining("password");
    }

    @Test
    void scenes_are_listed_and_switched() {
        Studio studio = connected(ObsStudio.PASSWORD);
        Await.until("scenes", () -> studio.state().scenes().equals(List.of("Court", "Pause")));
        ObsRecorder.answer(studio.show("Pause"));
        Await.until("the other scene", () -> "Pause".equals(studio.state().scene()));
        assertThatThrownBy(() -> ObsRecorder.answer(studio.show("Nowhere"))).hasMessageContaining("no such scene");
        ObsRecorder.answer(studio.show("Court"));
    }
}
