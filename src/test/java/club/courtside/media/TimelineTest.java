package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a camera's clock does, what leaves here grows and stays with the wall clock. Times in milliseconds. */
class TimelineTest {

    private static final Track VIDEO = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, 320, 180, 0, 0, null);
    private static final Track SOUND = new Track(1, Track.Kind.AUDIO, Track.Codec.AAC, 0, 0, 16_000, 1, null);
    private static final long NONE = Long.MIN_VALUE;

    private final Timeline timeline = new Timeline();
    private final List<Packet> placed = new ArrayList<>();
    private final List<Long> arrived = new ArrayList<>();

    private void send(Track track, long camera, long wall) {
        long time = camera == NONE ? Packet.NO_TIME : camera * 1000;
        placed.addAll(timeline.place(
                new Packet(track, time, time, true, 5_000_000_000L + wall * 1_000_000, ByteBuffer.allocate(1))));
        arrived.add(wall);
    }

    /** So many pictures, 40 ms apart on the wall, on a camera's clock that begins and runs as it likes. */
    private void pictures(int count, long camera, double step) {
        long wall = arrived.isEmpty() ? 0 : arrived.get(arrived.size() - 1) + 40;
        for (int i = 0; i < count; i++) send(VIDEO, camera + Math.round(i * step), wall + i * 40L);
    }

    private List<Long> times(Track track) {
        return placed.stream()
                .filter(packet -> packet.track() == track)
                .map(packet -> packet.dtsMicros() / 1000)
                .toList();
    }

    private void assertGrowsWithTheWallClock(long within) {
        List<Long> times = times(VIDEO);
        assertThat(times).hasSameSizeAs(arrived);
        for (int i = 0; i < times.size(); i++) {
            if (i > 0)
                assertThat(placed.get(i).dtsMicros())
                        .isGreaterThan(placed.get(i - 1).dtsMicros());
            assertThat(times.get(i)).as("picture " + i).isCloseTo(arrived.get(i), within(within));
            assertThat(placed.get(i).ptsMicros())
                    .isGreaterThanOrEqualTo(placed.get(i).dtsMicros());
        }
    }

    /** The last two: a 32-bit RTP clock of 90 kHz that begins again, and one of 8 kHz. */
    @ParameterizedTest
    @ValueSource(longs = {6_000, 3_600_000, 86_400_000, -6_000, -3_600_000, -47_721_858, -536_870_912})
    void a_jump_of_the_cameras_clock_is_none_in_the_file(long jump) {
        pictures(50, 1_000_000_000, 40);
        pictures(50, 1_000_000_000 + 2_000 + jump, 40);
        assertGrowsWithTheWallClock(60);
    }

    @Test
    void small_steps_back_do_not_go_back() {
        pictures(20, 1_000, 40);
        pictures(20, 1_700, 40);
        pictures(20, 2_400, 40);
        assertGrowsWithTheWallClock(250);
    }

    /** As libavformat does at the first sender report; pictures are held back by two, three are shown before one. */
    @Test
    void reordered_pictures_around_a_step_back_are_never_shown_at_the_same_time() {
        long[] shown = {120, 40, 80, 240};
        for (int i = 0; i < 200; i++) {
            long camera = 10_000 + i / 3 * 120 + shown[i % 3] - (i > 100 ? 310 : 0);
            long nanos = 5_000_000_000L + i * 40_000_000L;
            placed.addAll(timeline.place(
                    new Packet(VIDEO, camera * 1000, Packet.NO_TIME, i % 60 == 0, nanos, ByteBuffer.allocate(1))));
        }
        List<Long> ticks =
                placed.stream().map(packet -> packet.ptsMicros() * 9 / 100).toList();
        assertThat(ticks).hasSize(200).doesNotHaveDuplicates();
        assertThat(placed).allMatch(packet -> packet.ptsMicros() >= packet.dtsMicros());
    }

    @Test
    void a_clock_that_runs_backwards_is_not_believed() {
        pictures(200, 1_000_000, -40);
        assertGrowsWithTheWallClock(5_100);
    }

    @Test
    void a_clock_that_stands_still_is_followed_until_it_is_not_believed() {
        pictures(300, 1_000, 0);
        assertGrowsWithTheWallClock(5_100);
    }

    @Test
    void pictures_without_any_time_are_dated_by_their_arrival() {
        pictures(1, NONE, 0);
        for (int i = 0; i < 50; i++) send(VIDEO, NONE, arrived.size() * 40L);
        List<Long> times = times(VIDEO);
        assertThat(times).isSorted().hasSizeBetween(50, 51);
        assertThat(times.get(times.size() - 1)).isCloseTo(50 * 40L, within(100L));
    }

    @Test
    void single_pictures_without_a_time_stand_between_the_others() {
        pictures(20, 1_000, 40);
        send(VIDEO, NONE, 800);
        pictures(20, 1_840, 40);
        assertGrowsWithTheWallClock(50);
    }

    @Test
    void first_packets_that_come_late_are_placed_by_the_cameras_clock() {
        for (int i = 0; i < 25; i++) send(VIDEO, i * 40L, 1_000);
        for (int i = 25; i < 50; i++) send(VIDEO, i * 40L, 1_000 + (i - 24) * 40L);
        List<Long> times = times(VIDEO);
        for (int i = 1; i < 50; i++) assertThat(times.get(i) - times.get(i - 1)).isEqualTo(40);
    }

    @Test
    void sound_with_another_beginning_stays_beside_its_picture() {
        for (int i = 0; i < 100; i++) {
            send(VIDEO, 90_000 + i * 40L, i * 40L);
            send(SOUND, 90_000 + 15 + i * 40L, i * 40L + 20);
        }
        List<Long> seen = times(VIDEO);
        List<Long> heard = times(SOUND);
        for (int i = 0; i < 100; i++) assertThat(heard.get(i) - seen.get(i)).isEqualTo(15);
    }

    @Test
    void sound_on_a_clock_of_its_own_is_brought_to_the_wall_clock() {
        for (int i = 0; i < 100; i++) {
            send(VIDEO, 90_000 + i * 40L, i * 40L);
            send(SOUND, 7 + i * 40L, i * 40L + 20);
        }
        for (int i = 0; i < 100; i++)
            assertThat(times(SOUND).get(i)).isCloseTo(times(VIDEO).get(i), within(60L));
    }

    /** By 0.025 %, as quartz may be; by 1 %, which is more than any: it is set right when it is 5 s off. */
    @ParameterizedTest
    @CsvSource({"39.99,700", "40.01,700", "39.6,5100", "40.4,5100"})
    void a_clock_that_runs_a_little_wrong_is_followed(double step, long most) {
        pictures(90_000, 1_000, step);
        List<Long> times = times(VIDEO);
        for (int i = 0; i < 90_000; i++) assertThat(times.get(i)).isCloseTo(i * 40L, within(most));
        for (int i = 1; i < 90_000; i++)
            assertThat(placed.get(i).dtsMicros())
                    .isGreaterThan(placed.get(i - 1).dtsMicros());
    }

    @Test
    void a_new_connection_goes_on_behind_the_last_one() {
        pictures(50, 1_000_000, 40);
        timeline.connected();
        pictures(50, 5, 40);
        assertGrowsWithTheWallClock(50);
    }
}
