package club.courtside.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Track.Codec;
import club.courtside.support.Await;
import club.courtside.support.RtspReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many readers, slow readers, and a camera that comes and goes. */
class RelayCrowdTest {

    private static final int READERS = 20;

    /** Large pictures, so that a socket that nobody reads is full soon. */
    private final ClipCamera camera = new ClipCamera(Clip.h264(1280, 720, 4), Clip.g711(Codec.PCMA, 8000));

    @Test
    void twenty_read_one_camera_and_one_that_sleeps_costs_the_others_nothing() throws Exception {
        var limits = new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(3), 100);
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (var court = new RelayOfClips(camera, limits);
                var sleeper = court.reader().play(2)) {
            assertThat(sleeper.session()).isNotNull();
            List<Future<Integer>> lost = new ArrayList<>();
            for (int i = 0; i < READERS - 1; i++) lost.add(threads.submit(reading(court, 100)));
            for (Future<Integer> reader : lost)
                assertThat(reader.get(60, TimeUnit.SECONDS)).isZero();
            assertThat(camera.connections()).isEqualTo(1);
            Await.until("the sleeper is left", () -> court.relay.readers() == 0);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads so many pictures; returns how many packets were missing or out of place. */
    private static Callable<Integer> reading(RelayOfClips court, int pictures) {
        return () -> {
            int missing = 0;
            try (var reader = court.reader().play(2)) {
                int[] next = {-1, -1};
                for (int seen = 0; seen < pictures; ) {
                    RtspReader.Interleaved packet = reader.packet();
                    if (packet.channel() % 2 != 0) continue;
                    int track = packet.channel() / 2;
                    if (next[track] >= 0 && packet.sequence() != next[track]) missing++;
                    next[track] = packet.sequence() + 1 & 0xFFFF;
                    if (track == 0 && packet.marker()) seen++;
                }
            }
            return missing;
        };
    }

    @Test
    void readers_stay_while_the_camera_is_away_and_see_the_gap() throws Exception {
        try (var court = new RelayOfClips(camera);
                var reader = court.reader().play(1)) {
            int sequence = reader.packet(0).sequence();
            camera.drop();
            RtspReader.Interleaved before = reader.packet(0);
            RtspReader.Interleaved packet = before;
            while (court.feed.snapshot().reconnects() == 0 || packet.time() - before.time() < 9000) {
                before = packet;
                packet = reader.packet(0);
                assertThat(packet.sequence()).as("no number is left out").isEqualTo(before.sequence() + 1 & 0xFFFF);
            }
            assertThat(packet.time() - before.time())
                    .as("time without picture stays")
                    .isGreaterThan(9000);
            assertThat(packet.sequence()).isNotEqualTo(sequence);
            assertThat(camera.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_camera_that_comes_back_different_ends_its_readers_with_a_bye() throws Exception {
        var camera =
                new ChangingCamera(new ClipCamera(Clip.h264(), null), new ClipCamera(Clip.h264(640, 360, 20), null));
        try (var court = new RelayOfClips(camera);
                var reader = court.reader().play(1)) {
            reader.packet(0);
            camera.change();
            boolean bye = false;
            try {
                while (true) {
                    RtspReader.Interleaved packet = reader.packet();
                    bye |= packet.channel() == 1 && packet.packetType() == 201;
                }
            } catch (EOFException hungUp) {
                assertThat(bye).isTrue();
            }
            try (var again = court.reader()) {
                assertThat(again.ask("DESCRIBE", "").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_removed_camera_ends_its_readers() throws Exception {
        try (var court = new RelayOfClips(camera);
                var reader = court.reader().play(1)) {
            reader.packet(0);
            court.relay.withdraw(court.feed);
            court.feed.close();
            assertThat(reader.isHungUp()).isTrue();
        }
    }

    @Test
    void a_taken_port_is_said_and_hurts_nobody() throws IOException {
        try (var court = new RelayOfClips(camera);
                var second = Relay.open(
                        new InetSocketAddress("127.0.0.1", court.relay.port()), login -> null, RelayLimits.USUAL)) {
            assertThat(second.port()).isZero();
            assertThat(second.problem().orElseThrow()).contains("cannot listen on 127.0.0.1:" + court.relay.port());
            assertThat(court.relay.problem()).isEmpty();
        }
    }
}
