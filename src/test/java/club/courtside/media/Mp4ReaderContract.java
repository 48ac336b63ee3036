package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.support.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of our files has to do: another one is put under the same tests by naming its opener. */
public abstract class Mp4ReaderContract {

    @TempDir
    Path folder;

    private final Mp4Reader.Opener readers = readers();

    protected abstract Mp4Reader.Opener readers();

    private Path written(boolean finished) throws IOException {
        Path file = folder.resolve("a.mp4");
        try (Mp4Writer writer = new Ffmpeg().recordingTools().writer().create(file, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            writer.flush();
            if (finished) writer.finish();
        }
        return file;
    }

    private List<Packet> read(Path file) throws IOException {
        List<Packet> packets = new ArrayList<>();
        try (Mp4Reader reader = readers.open(file)) {
            for (Optional<Packet> next = reader.next(); next.isPresent(); next = reader.next()) packets.add(next.get());
        }
        return packets;
    }

    @Test
    void every_packet_of_a_finished_file_comes_with_its_time() throws IOException {
        List<Packet> packets = read(written(true));
        assertThat(packets).hasSize(Pictures.FRAMES);
        for (int i = 0; i < Pictures.FRAMES; i++)
            assertThat(packets.get(i).dtsMicros() / 1000).isEqualTo(i * 40L);
        assertThat(packets.get(0).track().width()).isEqualTo(160);
        assertThat(ParameterSets.of(packets.get(0).track()).containsAllOf(ParameterSets.of(Pictures.h264Track())))
                .isTrue();
    }

    @Test
    void a_file_whose_writer_was_killed_is_read_to_its_end() throws IOException {
        assertThat(read(written(false))).hasSize(Pictures.FRAMES);
    }

    @Test
    void a_torn_file_is_read_to_where_it_is_torn() throws IOException {
        Path file = written(false);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThat(read(file)).hasSizeBetween(100, Pictures.FRAMES - 1);
    }

    @Test
    void damage_ends_in_an_exception_at_worst() throws IOException {
        byte[] whole = Files.readAllBytes(written(false));
        for (int seed = 0; seed < 100; seed++) {
            try {
                read(Files.write(folder.resolve("damaged.mp4"), new Damage(seed).bytes(whole)));
            } catch (IOException unreadable) {
                // As it came.
            }
        }
    }

    @Test
    void what_is_no_mp4_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("b.mp4"), "no video at all");
        assertThatThrownBy(() -> readers.open(file)).isInstanceOf(IOException.class);
    }
}
