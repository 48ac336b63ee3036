package club.courtside.processing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.court.SubtitleModel;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskOrderTest {

    @Test
    void who_says_nothing_wants_everything_as_the_club_does_it() {
        assertThat(TaskOrder.of(null, Map.<String, String>of()::get))
                .isEqualTo(new TaskOrder(null, null, Priority.NORMAL, true));
    }

    @Test
    void what_is_said_holds() {
        var said = Map.of("model", "large", "priority", "low", "process", "false", "colour", "red");

        assertThat(TaskOrder.of("a key", said::get))
                .isEqualTo(new TaskOrder("a key", SubtitleModel.LARGE, Priority.LOW, false));
    }

    @ParameterizedTest
    @CsvSource({"model,tiny", "model,BASE", "model,''", "priority,urgent", "process,1", "process,''"})
    void what_is_none_of_the_words_is_named(String field, String value) {
        assertThat(refused(null, Map.of(field, value))).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "caf\u00e9", "a\tb", "\u0000"})
    void a_key_is_printable(String key) {
        assertThat(refused(key, Map.of())).isEqualTo("Idempotency-Key");
    }

    @Test
    void a_key_has_at_most_100_characters() {
        assertThat(TaskOrder.of("k".repeat(100), Map.<String, String>of()::get).key())
                .hasSize(100);
        assertThat(refused("k".repeat(101), Map.of())).isEqualTo("Idempotency-Key");
    }

    private static String refused(String key, Map<String, String> fields) {
        var problem = catchThrowableOfType(ProblemException.class, () -> TaskOrder.of(key, fields::get))
                .problem();
        assertThat(problem.status()).isEqualTo(400);
        return problem.field();
    }
}
