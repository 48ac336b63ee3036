package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.engine.api.FeedState;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.obs.websocket.ObsLoss;
import club.courtside.session.RecordingQuality;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.ObsStudio;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What OBS leaves out: a crash, a pause. One film comes of it all the same, with everything at its time. */
@Timeout(400)
class StudioGapsTest extends WithStudio {

    @Test
    void after_a_crash_of_obs_it_goes_on_in_another_file_and_becomes_one_film() throws Exception {
        Studio studio = connected(ObsStudio.PASSWORD);
        // With pictures that are decoded before they are shown.
        StudioOrder order = order("Crash", 120, RecordingQuality.HIGH);
        order(studio, order);
        Await.until("some seconds", () -> latest().elapsedSeconds() > 5);
        obs.kill();
        Await.until("it is interrupted", () -> latest().state() == RecordingState.INTERRUPTED);
        assertThat(latest().reason().code()).isEqualTo(ObsLoss.CLOSED.code());
        assertThat(studio.state().link()).isEqualTo(FeedState.LOST);
        double before = latest().elapsedSeconds();
        obs.start();
        Await.until("it records again", () -> latest().state() == RecordingState.RECORDING);
        Await.until("some seconds more", () -> latest().deliveredSeconds() > before + 3);
        ObsRecorder.answer(studio.stop(order));
        RecordingStatus ended = ended();
        assertThat(ended.state()).as("%s", ended.reason()).isEqualTo(RecordingState.COMPLETED);
        assertThat(ended.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(ObsLoss.CLOSED.code());
            assertThat(gap.startSeconds()).isCloseTo(before, within(5.0));
            assertThat(gap.seconds()).isBetween(1.0, 60.0);
        });
        double lasted = Duration.between(ended.startedAt(), ended.endedAt()).toMillis() / 1000.0;
        assertThat(Ffprobe.of(order.library()).seconds()).isCloseTo(lasted, within(5.0));
        assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
        assertThat(obs.recordings())
                .isDirectoryContaining("glob:**" + order.name() + ".mkv")
                .isDirectoryContaining("glob:**" + order.name() + "_2.mkv");
    }

    @Test
    void after_a_crash_at_its_end_what_is_on_the_disk_is_kept() throws Exception {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Late crash", 25);
        order(studio, order);
        Await.until("some seconds", () -> latest().elapsedSeconds() > 5);
        obs.kill();
        Await.until("it is interrupted", () -> latest().state() == RecordingState.INTERRUPTED);
        obs.start();
        RecordingStatus ended = ended();
        assertThat(ended.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(ended.elapsedSeconds()).isGreaterThan(2);
        assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
        Await.until("it is connected again", () -> studio.state().isConnected());
    }

    @Test
    void a_pause_in_obs_is_a_gap_in_time_with_its_reason() throws Exception {
        Studio studio = connected(ObsStudio.PASSWORD);
        StudioOrder order = order("Pause", 120, RecordingQuality.INDISTINGUISHABLE);
        order(studio, order);
        Await.until("some seconds", () -> latest().elapsedSeconds() > 4);
        byHand("PauseRecord");
        Await.until("it is paused", () -> latest().state() == RecordingState.INTERRUPTED);
        assertThat(latest().reason().code()).isEqualTo("obs_paused");
        double paused = latest().elapsedSeconds();
        Await.until("the gap grows", () -> latest().elapsedSeconds() > paused + 3);
        assertThat(latest().gaps()).hasSize(1);
        byHand("ResumeRecord");
        Await.until(
                "it goes on",
                () -> latest().state() == RecordingState.RECORDING && latest().elapsedSeconds() > paused + 6);
        ObsRecorder.answer(studio.stop(order));
        RecordingStatus ended = ended();
        assertThat(ended.state()).as("%s", ended.reason()).isEqualTo(RecordingState.COMPLETED);
        assertThat(ended.reason()).isNull();
        assertThat(ended.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo("obs_paused");
            assertThat(gap.startSeconds()).isCloseTo(paused, within(5.0));
            assertThat(gap.seconds()).isBetween(2.0, 30.0);
        });
        assertThat(ended.deliveredSeconds())
                .isCloseTo(ended.elapsedSeconds() - ended.gaps().get(0).seconds(), within(0.1));
        double lasted = Duration.between(ended.startedAt(), ended.endedAt()).toMillis() / 1000.0;
        assertThat(Ffprobe.of(order.library()).seconds()).isCloseTo(lasted, within(5.0));
        assertThat(Ffprobe.of(order.library()).decodeErrors()).isEmpty();
    }
}
