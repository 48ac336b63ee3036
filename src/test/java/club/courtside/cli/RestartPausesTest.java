package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPausesTest {

    private final SettableClock clock = new SettableClock();
    private final RestartPauses pauses = new RestartPauses(clock);

    @Test
    void they_double_up_to_the_longest() {
        assertThat(pauses.next()).isEqualTo(Duration.ofMillis(250));
        assertThat(pauses.next()).isEqualTo(Duration.ofMillis(500));
        for (int i = 0; i < 6; i++) pauses.next();
        assertThat(pauses.next()).isEqualTo(RestartPauses.LONGEST);
        assertThat(pauses.next()).isEqualTo(RestartPauses.LONGEST);
    }

    @Test
    void what_has_lived_for_long_is_started_again_at_once() {
        for (int i = 0; i < 10; i++) pauses.next();
        clock.passes(RestartPauses.STEADY);
        assertThat(pauses.next()).isEqualTo(RestartPauses.LONGEST);
        clock.passes(RestartPauses.STEADY.plusMillis(1));
        assertThat(pauses.next()).isEqualTo(RestartPauses.SHORTEST);
        assertThat(pauses.next()).isGreaterThan(RestartPauses.SHORTEST);
    }
}
