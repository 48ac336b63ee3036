package club.courtside.session.wall;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {

    @Test
    void the_tape_is_filled_up_to_now_and_notched_where_the_camera_was_away() {
        var tape = new Tape(2700, 5400, List.of(new Gap(972, 65, "unreachable")));
        assertThat(tape.getDone()).isEqualTo(500);
        assertThat(tape.getNotches()).containsExactly(new Tape.Notch(180, 12));
    }

    @Test
    void a_short_gap_can_still_be_seen() {
        var tape = new Tape(5400, 5400, List.of(new Gap(100, 1, "timeout")));
        assertThat(tape.getNotches()).extracting(Tape.Notch::width).containsExactly(4L);
    }

    @Test
    void the_ring_counts_minutes_and_in_the_last_one_seconds() {
        assertThat(new Ring(3660, 5400).getText()).isEqualTo("61");
        assertThat(new Ring(58, 5400).getText()).isEqualTo("0:58");
        assertThat(new Ring(2700, 5400).getShare()).isEqualTo(50);
    }
}
