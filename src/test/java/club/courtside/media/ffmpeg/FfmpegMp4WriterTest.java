package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Mp4Writer;
import club.courtside.media.Packet;
import club.courtside.media.Pictures;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegMp4WriterTest {

    @TempDir
    Path folder;

    @Test
    void a_finished_file_holds_every_packet_and_decodes() throws IOException {
        Path file = folder.resolve("a.mp4");
        try (Mp4Writer writer = new FfmpegMp4Writer(file, List.of(Pictures.h264Track()))) {
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
        try (Mp4Writer writer = new FfmpegMp4Writer(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            Files.copy(file, copy);
        }
        assertThat(Mp4File.of(copy).pictures()).isBetween(Pictures.FRAMES - 30, Pictures.FRAMES);
    }

    @Test
    void after_a_flush_nothing_is_missing() throws IOException {
        Path file = folder.resolve("c.mp4");
        Path copy = folder.resolve("copy.mp4");
        try (Mp4Writer writer = new FfmpegMp4Writer(file, List.of(Pictures.h264Track()))) {
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
        try (Mp4Writer writer = new FfmpegMp4Writer(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            for (Packet packet : other) writer.write(later(packet, 10_000_000));
            writer.finish();
        }
        Mp4File read = Mp4File.of(file);
        assertThat(read.pictures()).isEqualTo(2 * Pictures.FRAMES);
        assertThat(read.damaged()).isZero();
    }

    @Test
    void sound_that_begins_later_stays_later_finished_or_not() throws IOException {
        Path file = folder.resolve("e.mp4");
        Path copy = folder.resolve("copy.mp4");
        Track aac = new Track(1, Track.Kind.AUDIO, Track.Codec.AAC, 0, 0, 16000, 1, Adts.configuration(16000, 1));
        try (Mp4Writer writer = new FfmpegMp4Writer(file, List.of(Pictures.h264Track(), aac))) {
            for (Packet packet : Pictures.h264()) {
                writer.write(packet);
                if (packet.ptsMicros() >= 3_000_000)
                    writer.write(new Packet(
                            aac, packet.ptsMicros(), packet.ptsMicros(), true, 0, java.nio.ByteBuffer.allocate(20)));
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
