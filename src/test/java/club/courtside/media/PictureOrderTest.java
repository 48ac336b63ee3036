package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureOrderTest {

    private static final long[] REORDERED = {0, 120, 40, 80, 240, 160, 200, 360, 280, 320};

    private static long[] decoded(PictureOrder order, long... shown) {
        return Arrays.stream(shown)
                .map(pts -> order.decodingTime(pts * 1000) / 1000)
                .toArray();
    }

    @Test
    void pictures_in_their_order_are_decoded_when_they_are_shown() {
        assertThat(decoded(new PictureOrder(0), 0, 40, 80, 500)).containsExactly(0, 40, 80, 500);
    }

    @Test
    void reordered_pictures_are_decoded_as_much_earlier_as_one_is_held_back() {
        assertThat(decoded(new PictureOrder(1), REORDERED))
                .containsExactly(-40, 0, 40, 80, 120, 160, 200, 240, 280, 320);
    }

    @Test
    void an_order_that_nobody_announced_is_learnt_within_one_group() {
        PictureOrder order = new PictureOrder(0);
        long[] times = decoded(order, REORDERED);
        assertThat(order.depth()).isEqualTo(1);
        assertThat(Arrays.copyOfRange(times, 5, 10)).containsExactly(160, 200, 240, 280, 320);
    }

    @Test
    void a_clock_that_jumps_begins_anew() {
        assertThat(decoded(new PictureOrder(1), 0, 40, 80, 90_000, 90_040, 90_080))
                .containsExactly(-40, 0, 40, 89_960, 90_000, 90_040);
    }
}
