package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import club.courtside.platform.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMinutesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "90", "360", " 60 ", "60.0"})
    void one_to_360_whole_minutes(String given) {
        assertThat(RecordMinutes.of("duration_minutes", given).minutes()).isBetween(1, 360);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "361", "1e9", "1E+999999999", "abc", "", "1.5", "null", "NaN"})
    void anything_else_is_refused_and_names_the_field(String given) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> RecordMinutes.of("duration_minutes", given));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem().field()).isEqualTo("duration_minutes");
    }

    @Test
    void numbers_may_come_as_numbers() {
        assertThat(RecordMinutes.of("minutes", 5).minutes()).isEqualTo(5);
        assertThat(RecordMinutes.of("minutes", 5.0).minutes()).isEqualTo(5);
    }

    @Test
    void millions_of_digits_are_refused_without_reading_them() {
        String digits = "9".repeat(3_000_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThatThrownBy(() -> RecordMinutes.of("minutes", digits))
                        .isInstanceOf(ProblemException.class));
    }
}
