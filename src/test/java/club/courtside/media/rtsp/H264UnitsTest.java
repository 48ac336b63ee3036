package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Damage;
import org.junit.jupiter.api.Test;

class H264UnitsTest {

    private static final String START = "00000001";

    private final Rtp camera = new Rtp(new H264Units());

    @Test
    void a_picture_ends_with_its_marker() {
        camera.send(10, false, "67 42").send(10, false, "68 ce").send(10, true, "65 88 01");
        assertThat(camera.taken)
                .containsExactly(new Rtp.Unit(START + "6742" + START + "68ce" + START + "658801", 10, true));
        camera.send(3610, true, "41 9a 02");
        assertThat(camera.taken).last().isEqualTo(new Rtp.Unit(START + "419a02", 3610, false));
    }

    @Test
    void a_picture_without_marker_ends_when_the_time_changes() {
        camera.send(10, false, "65 88 01").send(10, false, "65 40 02").send(20, false, "41 9a 03");
        assertThat(camera.bytes()).containsExactly(START + "658801" + START + "654002");
    }

    @Test
    void units_in_one_packet_are_taken_apart() {
        camera.send(10, true, "78 0002 6742 0002 68ce 0003 658801");
        assertThat(camera.bytes()).containsExactly(START + "6742" + START + "68ce" + START + "658801");
    }

    @Test
    void fragments_are_put_together() {
        camera.send(10, false, "7c 85 88 01").send(10, false, "7c 05 02").send(10, true, "7c 45 03");
        assertThat(camera.taken).containsExactly(new Rtp.Unit(START + "6588010203", 10, true));
    }

    @Test
    void a_picture_with_a_hole_is_left_out_and_the_next_is_not() {
        camera.send(10, false, "7c 85 88 01").afterGap(10, true, "7c 45 03").send(20, true, "41 9a 04");
        assertThat(camera.bytes()).containsExactly(START + "419a04");
    }

    @Test
    void a_picture_whose_beginning_is_missing_is_left_out() {
        camera.send(10, true, "65 88 01").afterGap(20, false, "7c 01 02").send(20, true, "7c 41 03");
        camera.send(30, true, "41 9a 04");
        assertThat(camera.bytes()).containsExactly(START + "658801", START + "419a04");
        camera.afterGap(50, false, "41 40 05").send(50, true, "41 20 06").send(60, true, "41 9a 07");
        assertThat(camera.bytes()).hasSize(3).last().isEqualTo(START + "419a07");
    }

    @Test
    void a_whole_picture_is_kept_though_others_before_it_are_missing() {
        camera.send(10, true, "65 88 01").afterGap(90, true, "41 9a 02");
        assertThat(camera.bytes()).containsExactly(START + "658801", START + "419a02");
    }

    @Test
    void a_connection_that_begins_amidst_a_picture_waits_for_the_next() {
        camera.send(10, true, "41 40 01").send(20, true, "41 9a 02");
        assertThat(camera.bytes()).containsExactly(START + "419a02");
    }

    @Test
    void parameters_with_a_marker_of_their_own_belong_to_the_picture_after_them() {
        camera.send(10, true, "67 42").send(10, true, "68 ce").send(11, true, "65 88 01");
        assertThat(camera.bytes()).containsExactly(START + "6742" + START + "68ce" + START + "658801");
    }

    @Test
    void a_camera_that_marks_every_slice_is_found_out() {
        camera.send(10, true, "65 88 01").send(10, true, "65 40 02");
        camera.send(20, true, "41 9a 03").send(20, true, "41 40 04").send(30, true, "41 9a 05");
        assertThat(camera.bytes()).last().isEqualTo(START + "419a03" + START + "414004");
    }

    @Test
    void decoding_can_begin_at_a_recovery_point() {
        camera.send(10, false, "06 05 01 ff 06 01 84 80").send(10, true, "41 9a 01");
        assertThat(camera.taken).singleElement().matches(Rtp.Unit::key);
        camera.send(20, false, "06 05 01 ff 80").send(20, true, "41 9a 02");
        assertThat(camera.taken).last().matches(unit -> !unit.key());
    }

    @Test
    void a_picture_without_end_makes_no_room_without_end() {
        byte[] much = Rtp.packet(1, 10, false, new byte[60_000]);
        much[12] = 0x7c;
        much[13] = 0x05;
        camera.send(10, false, "7c 85 88 01");
        RtpPacket packet = new RtpPacket();
        H264Units units = new H264Units();
        packet.read(much, 0, much.length);
        for (int i = 0; i < 1000; i++) units.take(packet, false, camera);
        assertThat(camera.taken).isEmpty();
    }

    @Test
    void damaged_packets_harm_nobody() {
        RtpPacket packet = new RtpPacket();
        for (int seed = 0; seed < 3000; seed++) {
            Damage damage = new Damage(seed);
            byte[] bytes = Rtp.packet(seed, damage.below(3), damage.oneIn(3), damage.garbage(damage.below(60) + 1));
            bytes[12] = (byte) (damage.oneIn(2) ? 0x7c : damage.oneIn(2) ? 0x78 : damage.below(256));
            byte[] damaged = damage.oneIn(2) ? damage.bytes(bytes) : bytes;
            if (packet.read(damaged, 0, damaged.length)) new H264Units().take(packet, damage.oneIn(9), camera);
            if (packet.read(damaged, 0, damaged.length)) new AacUnits(13, 3, 3).take(packet, damage.oneIn(9), camera);
        }
    }
}
