package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Ffprobe;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaptersTest {

    @TempDir
    Path folder;

    /** With the table of contents at the end, as our recordings have it, and at the beginning. */
    @ParameterizedTest
    @ValueSource(strings = {"+disable_chpl", "+faststart"})
    void moments_are_chapters_of_the_copy_and_every_picture_is_as_it_was(String flags) throws Exception {
        Path film = film(flags);
        byte[] before = Files.readAllBytes(film);

        Path copy = copy(film, new Chapters("Finale", List.of(moment(1.5, "Bandeja été"), moment(2.25, null))));

        assertThat(Ffprobe.of(copy).chapters())
                .containsExactly("0.000000 Finale", "1.500000 Bandeja été", "2.250000 0:00:02");
        assertThat(Ffprobe.of(copy).videoTimes()).isEqualTo(Ffprobe.of(film).videoTimes());
        assertThat(Ffprobe.of(copy).decodeErrors()).isEmpty();
        assertThat(Ffprobe.of(copy).seconds()).isEqualTo(Ffprobe.of(film).seconds());
        assertThat(Files.readAllBytes(film)).isEqualTo(before);
    }

    @Test
    void a_part_of_the_copy_is_that_part_of_the_whole_copy() throws Exception {
        Path film = film("+faststart");
        Chapters chapters = new Chapters("Finale", List.of(moment(1, "a"), moment(2, "b")));
        byte[] whole = Files.readAllBytes(copy(film, chapters));

        try (FileChannel file = FileChannel.open(film)) {
            Patchwork content = chapters.in(file);
            assertThat(content.size()).isEqualTo(whole.length);
            int size = whole.length;
            for (int[] range : new int[][] {{0, 40}, {30, 3000}, {size - 4000, 4000}, {size - 1, 1}, {7, size - 9}}) {
                Path part = folder.resolve("part");
                try (var out = Files.newOutputStream(part)) {
                    content.copy(range[0], range[1], Channels.newChannel(out));
                }
                assertThat(Files.readAllBytes(part))
                        .isEqualTo(Arrays.copyOfRange(whole, range[0], range[0] + range[1]));
            }
        }
    }

    @Test
    void a_file_that_cannot_take_chapters_is_sent_as_it_is() throws Exception {
        Chapters chapters = new Chapters("Finale", List.of(moment(1, "a")));
        Path fragments = film("+frag_keyframe+empty_moov");
        Path strange = Files.writeString(folder.resolve("strange.mp4"), "no film at all");

        for (Path file : List.of(fragments, strange))
            assertThat(Files.readAllBytes(copy(file, chapters))).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void a_long_name_is_cut_between_letters_and_no_more_than_255_chapters_are_told() throws Exception {
        List<MarkerView> many = IntStream.range(0, 300)
                .mapToObj(i -> moment(i / 100.0, "é".repeat(100)))
                .toList();

        List<String> told =
                Ffprobe.of(copy(film("+disable_chpl"), new Chapters("x", many))).chapters();

        assertThat(told).hasSize(255).allMatch(chapter -> chapter.endsWith(" " + "é".repeat(100)));
    }

    private static MarkerView moment(double seconds, String label) {
        return new MarkerView(UUID.randomUUID(), seconds, label, Instant.EPOCH, "Ana");
    }

    private Path copy(Path film, Chapters chapters) throws IOException {
        Path copy = folder.resolve("copy.mp4");
        try (FileChannel file = FileChannel.open(film);
                FileChannel out = FileChannel.open(
                        copy,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            Patchwork content = chapters.in(file);
            content.copy(0, content.size(), out);
        }
        return copy;
    }

    private Path film(String flags) throws Exception {
        Path film = folder.resolve("film" + flags.replace("+", "-") + ".mp4");
        Process process = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=160x120:rate=25:duration=3",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=3",
                        "-pix_fmt",
                        "yuv420p",
                        "-movflags",
                        flags,
                        "-y",
                        film.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return film;
    }
}
