package club.courtside.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-03-14T18:00:00Z");

    private final Retries retries = new Retries(Duration.ofSeconds(10), Duration.ofHours(1), 8);

    private long seconds(int made, long seed) {
        return Duration.between(NOW, retries.after(made, NOW, new Random(seed))).toSeconds();
    }

    @Test
    void pauses_double_up_to_the_longest() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(seconds(1, seed)).isBetween(5L, 10L);
            assertThat(seconds(2, seed)).isBetween(10L, 20L);
            assertThat(seconds(5, seed)).isBetween(80L, 160L);
            assertThat(seconds(40, seed)).isBetween(1800L, 3600L);
            assertThat(seconds(Integer.MAX_VALUE, seed)).isBetween(1800L, 3600L);
        }
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        assertThat(retries.after(6, NOW, new Random(1))).isNotEqualTo(retries.after(6, NOW, new Random(2)));
    }

    @Test
    void the_last_attempt_is_the_last() {
        assertThat(retries.areOver(7)).isFalse();
        assertThat(retries.areOver(8)).isTrue();
    }
}
