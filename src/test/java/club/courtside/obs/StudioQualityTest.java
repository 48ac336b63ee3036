package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.engine.api.RecordingState;
import club.courtside.session.RecordingQuality;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.ObsStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The presets of OBS, which it reads only when it loads a profile. */
@Timeout(400)
class StudioQualityTest extends WithStudio {

    @Test
    void the_one_that_was_chosen_is_recorded_and_stays() throws IOException {
        Studio studio = connected(ObsStudio.PASSWORD);
        Await.until("all are offered", () -> studio.state().qualities().size() == RecordingQuality.values().length);
        recorded(studio, order("Fine", 60, RecordingQuality.INDISTINGUISHABLE));
        assertThat(Files.readString(obs.log()))
                .contains("simple_video_recording")
                .contains("rate_control: CRF");
        assertThat(profile("SimpleOutput", "RecQuality")).isEqualTo("HQ");
        assertThat(byHand("GetProfileList", Map.of()).path("currentProfileName").asText())
                .isEqualTo("Court");
        Await.until(
                "the other profile is gone",
                () -> byHand("GetProfileList", Map.of()).path("profiles").size() == 1);
        StudioOrder streamed = order("Streamed", 60, RecordingQuality.STREAM);
        recorded(studio, streamed);
        assertThat(profile("SimpleOutput", "RecQuality")).isEqualTo("Stream");
        assertThat(bitsPerSecond(streamed)).isLessThan(1_200_000);
    }

    @Test
    void in_advanced_output_mode_there_is_none_to_choose() {
        Studio studio = connected(ObsStudio.PASSWORD);
        profile("Output", "Mode", "Advanced");
        try {
            Await.until(
                    "none is offered",
                    () -> studio.state().figures() != null
                            && studio.state().qualities().isEmpty());
            assertThatThrownBy(() -> order(studio, order("Never", 60, RecordingQuality.HIGH)))
                    .hasMessageContaining("advanced output mode");
        } finally {
            profile("Output", "Mode", "Simple");
        }
        assertThat(recordings).isEmpty();
    }

    @Test
    void what_an_end_in_the_middle_of_it_left_behind_is_tidied_up() {
        byHand("CreateProfile", Map.of("profileName", "Court (Courtside, for a moment)"));
        connected(ObsStudio.PASSWORD);
        Await.until("the profile of before", () -> byHand("GetProfileList", Map.of())
                .path("currentProfileName")
                .asText()
                .equals("Court"));
        Await.until(
                "the other profile is gone",
                () -> byHand("GetProfileList", Map.of()).path("profiles").size() == 1);
    }

    private void recorded(Studio studio, StudioOrder order) {
        order(studio, order);
        Await.until("it records", () -> latest().id().equals(order.id().toString()) && latest().elapsedSeconds() > 3);
        ObsRecorder.answer(studio.stop(order));
        assertThat(ended().state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
    }

    private static double bitsPerSecond(StudioOrder order) throws IOException {
        return Files.size(order.library()) * 8 / Ffprobe.of(order.library()).seconds();
    }
}
