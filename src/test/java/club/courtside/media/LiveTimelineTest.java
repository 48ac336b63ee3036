package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LiveTimelineTest {

    private final Track track = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, 320, 180, 0, 0, null);
    private final LiveTimeline timeline = new LiveTimeline();

    @Test
    void it_begins_at_zero_whenever_the_feed_began() {
        assertThat(place(7_000_000).dtsMicros()).isZero();
        assertThat(place(7_040_000).dtsMicros()).isEqualTo(40_000);
    }

    @Test
    void a_joint_closes_the_hole_of_a_lost_connection() {
        place(0);
        place(40_000);
        timeline.join();
        assertThat(place(9_000_000).dtsMicros()).isEqualTo(80_000);
        assertThat(place(9_040_000).dtsMicros()).isEqualTo(120_000);
    }

    @Test
    void a_regular_camera_gets_exact_durations() {
        place(0);
        place(40_000);
        assertThat(timeline.duration()).isEqualTo(40_000);
    }

    @Test
    void an_irregular_camera_gets_its_longest_interval_so_that_players_go_on() {
        for (long time : new long[] {0, 40_000, 340_000, 380_000}) place(time);
        assertThat(timeline.duration()).isEqualTo(300_000);
    }

    @Test
    void a_frame_that_comes_later_than_players_wait_is_moved_up() {
        place(0);
        place(40_000);
        assertThat(place(540_000).dtsMicros()).isBetween(119_000L, 120_000L);
        assertThat(place(1_040_000).dtsMicros()).isBetween(619_000L, 620_000L);
    }

    /** Two pictures of one tick of 90 kHz are refused by the muxer. */
    @Test
    void pictures_that_come_at_once_stand_more_than_a_tick_apart() {
        place(0);
        assertThat(place(1).dtsMicros()).isEqualTo(Packet.APART);
        assertThat(place(2).dtsMicros()).isEqualTo(2 * Packet.APART);
        assertThat(place(-500_000).dtsMicros()).isEqualTo(3 * Packet.APART);
    }

    @Test
    void the_delay_of_presentation_is_kept() {
        place(0);
        Packet placed = timeline.place(new Packet(track, 120_000, 40_000, false, 0, ByteBuffer.allocate(1)));
        assertThat(placed.ptsMicros() - placed.dtsMicros()).isEqualTo(80_000);
    }

    private Packet place(long micros) {
        return timeline.place(new Packet(track, micros, micros, true, 0, ByteBuffer.allocate(1)));
    }
}
