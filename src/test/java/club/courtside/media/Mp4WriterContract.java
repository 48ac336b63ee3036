package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every writer of our files has to do: another one is put under the same tests by naming its factory. */
public abstract class Mp4WriterContract {

    private final Mp4Writer.Factory writers = writers();

    protected abstract Mp4Writer.Factory writers();

    @TempDir
    Path folder;

    @Test
    void a_finished_file_holds_every_packet_and_decodes() throws IOException {
        Path file = folder.resolve("a.mp4");
        try (Mp4Writer writer = writers.create(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            writer.finish();
        }
        Mp4File read = Mp4File.of(file);
        assertThat(read.video()).hasSize(Pictures.FRAMES);
        assertThat(read.pictures()).isEqualTo(Pictures.FRAMES);
        assertThat(read.damaged()).isZero();
        assertThat(read.times().get(249)).isBetween(9.959, 9.961);
    }

    @Test
    void an_unfinished_file_is_playable_up_to_the_last_second() throws IOException {
        Path file = folder.resolve("b.mp4");
        Path copy = folder.resolve("copy.mp4");
        try (Mp4Writer writer = writers.create(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            Files.copy(file, copy);
        }
        assertThat(Mp4File.of(copy).pictures()).isBetween(Pictures.FRAMES - 30, Pictures.FRAMES);
    }

    @Test
    void after_a_flush_nothing_is_missing() throws IOException {
        Path file = folder.resolve("c.mp4");
        Path copy = folder.resolve("copy.mp4");
        try (Mp4Writer writer = writers.create(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            writer.flush();
            writer.sync();
            Files.copy(file, copy);
        }
        assertThat(Mp4File.of(copy).pictures()).isEqualTo(Pictures.FRAMES);
    }

    @Test
    void parameters_that_change_on_the_way_still_decode() throws IOException {
        Path file = folder.resolve("d.mp4");
        List<Packet> other = Pictures.encode(320, 240);
        try (Mp4Writer writer = writers.create(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            for (Packet packet : other) writer.write(later(packet, 10_000_000));
            writer.finish();
        }
        Mp4File read = Mp4File.of(file);
        assertThat(read.pictures()).isEqualTo(2 * Pictures.FRAMES);
        assertThat(read.damaged()).isZero();
    }

    /** B-frames: shown later than decoded. */
    @Test
    void the_order_of_pictures_is_kept() throws IOException {
        Path file = folder.resolve("f.mp4");
        long[] shown = {80, 200, 120, 160};
        try (Mp4Writer writer = writers.create(file, List.of(Pictures.h264Track()))) {
            for (int i = 0; i < 100; i++) {
                Packet packet = Pictures.h264().get(i);
                long pts = i / 4 * 160_000L + shown[i % 4] * 1000;
                writer.write(new Packet(packet.track(), pts, i * 40_000L, packet.key(), 0, packet.data()));
            }
            writer.finish();
        }
        List<Double> times = Mp4File.of(file).times();
        for (int i = 0; i < 100; i++)
            assertThat(times.get(i) - times.get(0)).isCloseTo(i / 4 * 0.16 + (shown[i % 4] - 80) / 1e3, within(0.001));
    }

    @Test
    void a_file_that_exists_is_never_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("g.mp4"), "somebody's");
        assertThatThrownBy(() -> writers.create(file, List.of(Pictures.h264Track())))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("somebody's");
    }

    @Test
    void damaged_parameters_and_pictures_end_in_an_exception_at_worst() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Damage damage = new Damage(seed);
            Track video = damage.track(Pictures.h264Track());
            Path file = folder.resolve("damaged" + seed + ".mp4");
            try (Mp4Writer writer = writers.create(file, List.of(video))) {
                for (Packet packet : Pictures.h264().subList(0, 30))
                    writer.write(new Packet(
                            video,
                            packet.ptsMicros(),
                            packet.dtsMicros(),
                            packet.key(),
                            0,
                            ByteBuffer.wrap(damage.garbage(1 + damage.below(2000)))));
                writer.finish();
            } catch (IOException refused) {
                // As it came.
            }
        }
    }

    @Test
    void sound_that_begins_later_stays_later_finished_or_not() throws IOException {
        Path file = folder.resolve("e.mp4");
        Path copy = folder.resolve("copy.mp4");
        Track aac = new Track(1, Track.Kind.AUDIO, Track.Codec.AAC, 0, 0, 16000, 1, new byte[] {0x14, 0x08});
        try (Mp4Writer writer = writers.create(file, List.of(Pictures.h264Track(), aac))) {
            for (Packet packet : Pictures.h264()) {
                writer.write(packet);
                if (packet.ptsMicros() >= 3_000_000)
                    writer.write(
                            new Packet(aac, packet.ptsMicros(), packet.ptsMicros(), true, 0, ByteBuffer.allocate(20)));
            }
            writer.flush();
            Files.copy(file, copy);
            writer.finish();
        }
        for (Path each : List.of(copy, file)) {
            long begin = Mp4File.of(each).audio().get(1).ptsMicros();
            assertThat(begin).as(each.toString()).isBetween(2_990_000L, 3_010_000L);
        }
    }

    private static Packet later(Packet packet, long micros) {
        return new Packet(
                packet.track(),
                packet.ptsMicros() + micros,
                packet.dtsMicros() + micros,
                packet.key(),
                0,
                packet.data());
    }
}
