package club.courtside.media.relay.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import club.courtside.media.Track.Kind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpTrackTest {

    private static final Track SOUND = new Track(1, Kind.AUDIO, Codec.PCMA, 0, 0, 8000, 1, null);
    private final RtpTrack track = new RtpTrack("audio", new G711Format(97, SOUND), new Random(3));

    @Test
    void packets_are_numbered_one_by_one_and_dated_by_the_feeds_clock() throws Exception {
        int begin = track.nextSequence();
        List<ByteBuffer> headers = new ArrayList<>();
        for (long micros : new long[] {0, 20_000, 40_000, 3_600_000_000L})
            track.cut(
                    new Packet(SOUND, micros, micros, true, 0, ByteBuffer.allocate(160)),
                    (header, body) -> headers.add(ByteBuffer.wrap(header)));
        assertThat(headers)
                .extracting(header -> header.getShort(2) & 0xFFFF)
                .containsExactly(begin, begin + 1 & 0xFFFF, begin + 2 & 0xFFFF, begin + 3 & 0xFFFF);
        int first = headers.get(0).getInt(4);
        assertThat(headers).extracting(header -> header.getInt(4) - first).containsExactly(0, 160, 320, 3600 * 8000);
        assertThat(headers).allSatisfy(header -> {
            assertThat(header.get(0)).isEqualTo((byte) 0x80);
            assertThat(header.get(1)).isEqualTo((byte) 8);
            assertThat(header.getInt(8)).isEqualTo(track.source());
        });
    }

    @Test
    void a_report_ties_the_tracks_clock_to_the_wall_clock() throws Exception {
        track.cut(new Packet(SOUND, 0, 0, true, 0, ByteBuffer.allocate(160)), (header, body) -> {});
        ByteBuffer report = ByteBuffer.wrap(track.report(2_500_000, Instant.parse("1970-01-01T00:00:01.5Z")));
        assertThat(report.get(1) & 255).as("sender report").isEqualTo(200);
        assertThat(report.getShort(2)).as("words after the first").isEqualTo((short) 6);
        assertThat(report.getInt(4)).isEqualTo(track.source());
        assertThat(Integer.toUnsignedLong(report.getInt(8))).isEqualTo(2_208_988_801L);
        assertThat(report.getInt(12)).as("half a second").isEqualTo(0x80000000);
        assertThat(report.getInt(16)).isEqualTo(track.time(2_500_000));
        assertThat(report.getInt(20)).as("packets").isEqualTo(1);
        assertThat(report.getInt(24)).as("octets").isEqualTo(160);
        assertThat(report.get(29) & 255).as("source description").isEqualTo(202);
        assertThat(report.limit() % 4).isZero();
        assertThat(report.limit()).isEqualTo(28 + 4 + 4 * report.getShort(30));
    }

    @Test
    void a_goodbye_ends_with_bye() {
        ByteBuffer goodbye = ByteBuffer.wrap(track.goodbye());
        assertThat(goodbye.get(1) & 255).as("receiver report first").isEqualTo(201);
        assertThat(goodbye.get(goodbye.limit() - 7) & 255).isEqualTo(203);
        assertThat(goodbye.getInt(goodbye.limit() - 4)).isEqualTo(track.source());
    }
}
