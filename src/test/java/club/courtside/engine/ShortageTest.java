package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortageTest {

    private static final long SECOND = 1_000_000_000L;

    private final Shortage shortage = new Shortage();

    @Test
    void a_recording_that_is_behind_stops_the_tasks_until_it_was_well_for_a_while() {
        assertThat(at(0, false)).isFalse();
        assertThat(at(1, true)).isTrue();
        assertThat(at(5, false)).isTrue();
        assertThat(at(7, false)).isFalse();
    }

    @Test
    void who_has_to_stop_again_soon_waits_longer() {
        at(0, true);
        assertThat(at(6, false)).isFalse();
        at(8, true);
        assertThat(at(16, false)).isTrue();
        assertThat(at(19, false)).isFalse();
        assertThat(at(200, true)).isTrue();
        assertThat(at(206, false)).isFalse();
    }

    @Test
    void threads_that_wake_late_again_and_again_stop_them_too() {
        shortage.woke(0, SECOND / 5);
        shortage.woke(SECOND / 2, SECOND / 5);
        assertThat(at(1, false)).isFalse();
        shortage.woke(SECOND, SECOND / 5);
        assertThat(at(1, false)).isTrue();
    }

    @Test
    void three_times_in_an_hour_is_nothing() {
        for (int i = 0; i < 3; i++) shortage.woke(i * 1000 * SECOND, SECOND / 5);
        assertThat(at(2000, false)).isFalse();
    }

    @Test
    void without_a_camera_nobody_is_hurt_by_a_busy_machine() {
        at(0, true);
        assertThat(shortage.shallPause(SECOND, true, false)).isFalse();
    }

    private boolean at(long seconds, boolean behind) {
        return shortage.shallPause(seconds * SECOND, behind, true);
    }
}
