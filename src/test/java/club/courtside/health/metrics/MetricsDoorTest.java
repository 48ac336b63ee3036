package club.courtside.health.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsDoorTest {

    private final MetricsDoor locked = new MetricsDoor(Optional.empty());
    private final MetricsDoor withToken = new MetricsDoor(Optional.of("s3cret"));

    @Test
    void this_machine_needs_no_token() {
        assertThat(locked.answer("127.0.0.1", null)).isEqualTo(200);
        assertThat(withToken.answer("0:0:0:0:0:0:0:1", null)).isEqualTo(200);
    }

    @Test
    void without_a_token_others_are_refused_whatever_they_send() {
        assertThat(locked.answer("192.0.2.7", "Bearer ")).isEqualTo(403);
    }

    @Test
    void others_show_the_token() {
        assertThat(withToken.answer("192.0.2.7", "Bearer s3cret")).isEqualTo(200);
        assertThat(withToken.answer("192.0.2.7", "bearer s3cret")).isEqualTo(200);
    }

    @Test
    void no_token_or_another_one_is_asked_again() {
        assertThat(withToken.answer("192.0.2.7", null)).isEqualTo(401);
        assertThat(withToken.answer("192.0.2.7", "Bearer s3cre")).isEqualTo(401);
        assertThat(withToken.answer("192.0.2.7", "Basic s3cret")).isEqualTo(401);
    }
}
