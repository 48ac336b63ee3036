package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordOrderTest {

    private static RecordOrder order(String... words) {
        return RecordOrder.of(List.of(words));
    }

    @ParameterizedTest
    @CsvSource({
        "30s,       30,    1",
        "1m,        60,    1",
        "61s,       61,    2",
        "1h30m,     5400,  90",
        "90,        5400,  90",
        "90min,     5400,  90",
        "1h30m30s,  5430,  91",
        "6h,        21600, 360",
        "360,       21600, 360"
    })
    void a_length_is_planned_in_whole_minutes(String given, long seconds, int minutes) {
        RecordLength length =
                order("--court", "demo/one", "--duration", given).length().orElseThrow();

        assertThat(length.duration()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(length.minutes()).isEqualTo(minutes);
        assertThat(length.isWholeMinutes()).isEqualTo(seconds % 60 == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0s", "-1", "361", "6h1s", "7h", "1e9", "abc", "1.5h", "30m1h", "m", " ", "99999999999"})
    void a_length_that_cannot_be_names_the_option(String given) {
        assertThatThrownBy(() -> order("--court", "demo/one", "--duration=" + given))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining("--duration is '" + given + "'")
                .hasMessageContaining("up to 6h");
    }

    @Test
    void without_a_length_the_court_has_its_own() {
        assertThat(order("--court", "demo/one").length()).isEmpty();
        assertThat(order("--court", "demo/one").start("an id")).isEqualTo(Map.of("session_id", "an id"));
    }

    @Test
    void what_is_recorded_is_either_a_court_or_a_camera() {
        assertThatThrownBy(() -> order("--duration", "1m")).hasMessageContaining("either a --url or a --court");
        assertThatThrownBy(() -> order("--url", "rtsp://camera/1", "--court", "demo/one"))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining("either a --url or a --court");
        assertThatThrownBy(() -> order("--court", "one", "--club", "demo")).hasMessageContaining("--court CLUB/COURT");
        assertThat(order("--url", "rtsp://camera/1", "--club", "demo").trial())
                .isEqualTo(Map.of("camera_url", "rtsp://camera/1", "club_id", "demo"));
    }
}
