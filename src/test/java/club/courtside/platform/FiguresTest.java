package club.courtside.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-20T17:42:00Z");

    private final Figures english = new Figures(Locale.ENGLISH);
    private final Figures french = new Figures(Locale.FRENCH);

    @Test
    void a_length_shows_hours_only_when_there_are_some() {
        assertThat(english.length(5285)).isEqualTo("1:28:05");
        assertThat(english.length(58.4)).isEqualTo("0:58");
        assertThat(english.length(-3)).isEqualTo("0:00");
    }

    @Test
    void a_size_is_written_with_the_units_of_the_language() {
        assertThat(english.size(1_400_000_000L)).isEqualTo("1.4\u00a0GB");
        assertThat(french.size(1_400_000_000L)).isEqualTo("1,4\u00a0Go");
        assertThat(french.size(412_000_000_000L)).isEqualTo("412\u00a0Go");
        assertThat(english.size(999_999_999L)).isEqualTo("1.0\u00a0GB");
    }

    @Test
    void a_recent_moment_is_told_from_the_clubs_own_day() {
        assertThat(french.recently(Instant.parse("2026-11-20T17:14:00Z"), NOW, PARIS))
                .isEqualTo("aujourd’hui 18:14");
        assertThat(english.recently(Instant.parse("2026-11-19T22:30:00Z"), NOW, PARIS))
                .isEqualTo("yesterday 23:30");
        assertThat(english.recently(Instant.parse("2025-11-19T22:30:00Z"), NOW, PARIS))
                .isEqualTo("19 Nov 2025");
    }

    @Test
    void a_moment_that_has_not_come_is_nothing() {
        assertThat(english.clock(null, PARIS)).isEmpty();
    }
}
