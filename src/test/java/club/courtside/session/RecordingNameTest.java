package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.platform.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingNameTest {

    @Test
    void people_may_write_as_they_like() {
        assertThat(new RecordingName("  Léa/Tom – Ana/Ben: 6–4 🎾 ").text()).isEqualTo("Léa/Tom – Ana/Ben: 6–4 🎾");
    }

    static Stream<String> refused() {
        return Stream.of("../../etc/passwd", "..\\x", "a\u0000b", "a\nb", " ", "x".repeat(10_000), null);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String given) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> new RecordingName(given));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem().field()).isEqualTo("name");
    }

    @Test
    void who_gives_none_gets_place_and_time_on_the_clubs_clock() {
        RecordingName name =
                RecordingName.byDefault("Court 1", Instant.parse("2026-07-01T18:30:00Z"), ZoneId.of("Europe/Paris"));

        assertThat(name.text()).isEqualTo("Court 1 · 2026-07-01 20:30");
    }
}
