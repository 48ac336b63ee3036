package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {

    private static final double LEAST = 0.1;

    @TempDir
    Path folder;

    @Test
    void an_mp4_for_streaming_is_taken_as_it_is() throws Exception {
        Path film = film("film.mp4", "-c:v", "libx264", "-movflags", "+faststart");
        Examination found = examined(film);
        assertThat(found.plays()).isTrue();
        assertThat(found.isRepacked()).isFalse();
        assertThat(copy()).doesNotExist();
    }

    @Test
    void an_mp4_in_fragments_is_taken_as_it_is() throws Exception {
        Path film = film("film.mp4", "-c:v", "libx264", "-movflags", "+frag_keyframe+empty_moov");
        assertThat(examined(film).plays()).isTrue();
    }

    @Test
    void tables_at_the_end_go_to_the_beginning() throws Exception {
        Path film = film("film.mp4", "-c:v", "libx264");
        assertThat(examined(film).isRepacked()).isTrue();
        assertThat(Mp4Layout.of(copy()).isForStreaming()).isTrue();
    }

    @Test
    void what_browsers_play_in_another_container_is_copied_into_an_mp4() throws Exception {
        for (String name : List.of("film.mkv", "film.mov", "film.ts")) {
            Files.deleteIfExists(copy());
            Path film = film(name, "-c:v", "libx264");
            assertThat(examined(film).isRepacked()).as(name).isTrue();
            Examination again = Examination.of(copy(), null, LEAST);
            assertThat(again.plays()).as(name).isTrue();
            try (MediaFile file = new MediaFile(copy())) {
                assertThat(file.seconds()).as(name).isBetween(2.8, 3.4);
                assertThat(file.audio()).as(name).isPresent();
            }
        }
    }

    @Test
    void without_room_for_a_copy_it_stays_what_it_is() throws Exception {
        Examination found = Examination.of(film("film.mkv", "-c:v", "libx264"), null, LEAST);
        assertThat(found.plays()).isFalse();
        assertThat(found.isRepacked()).isFalse();
        assertThat(found.extension()).isEqualTo("mkv");
    }

    @Test
    void what_has_to_be_encoded_anew_stays_what_it_is() throws Exception {
        Path film = film("film.avi", "-c:v", "mpeg4");
        Examination found = examined(film);
        assertThat(found.plays()).isFalse();
        assertThat(found.isRepacked()).isFalse();
        assertThat(found.extension()).isEqualTo("avi");
        assertThat(copy()).doesNotExist();
    }

    @Test
    void a_file_knows_when_it_was_filmed() throws Exception {
        Path film = film("film.mp4", "-c:v", "libx264", "-metadata", "creation_time=2026-03-01T10:20:30Z");
        assertThat(examined(film).filmedAt()).contains(Instant.parse("2026-03-01T10:20:30Z"));
    }

    @Test
    void half_a_file_is_told_from_a_whole_one() throws Exception {
        for (String[] kind : new String[][] {
            {"film.mp4", "-c:v", "libx264"},
            {"film.mp4", "-c:v", "libx264", "-movflags", "+faststart"},
            {"film.mkv", "-c:v", "libx264"}
        }) {
            byte[] whole = Files.readAllBytes(film(kind[0], Arrays.copyOfRange(kind, 1, kind.length)));
            Path half = Files.write(folder.resolve("half-" + kind[0]), Arrays.copyOf(whole, whole.length / 4));
            assertThatThrownBy(() -> examined(half))
                    .as(List.of(kind).toString())
                    .isInstanceOf(Truncated.class);
            assertThat(copy()).doesNotExist();
        }
    }

    @Test
    void text_sound_and_play_lists_are_no_video() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "not a film at all\n".repeat(100));
        Path list = Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        Path sound = run("sound.mp4", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac");
        for (Path file : List.of(text, list, empty, sound))
            assertThatThrownBy(() -> examined(file))
                    .as(file.toString())
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Truncated.class);
    }

    @Test
    void a_picture_that_lasts_no_time_is_too_short() throws Exception {
        String[] picture = {
            "-f", "lavfi", "-i", "color=s=320x180:r=1000:d=0.001", "-pix_fmt", "yuv420p", "-c:v", "libx264"
        };
        for (String name : List.of("picture.mp4", "picture.mkv", "picture.mov")) {
            Path film = run(name, picture);
            assertUnfit(film, "too_short");
            assertThat(Examination.of(film, copy(), 0).isRepacked())
                    .as("a recording")
                    .isTrue();
            Files.delete(copy());
        }
    }

    @Test
    void what_does_not_say_how_long_it_is_is_measured() throws Exception {
        Path film = film("film.mkv", "-c:v", "libx264", "-live", "1");
        try (MediaFile file = new MediaFile(film)) {
            assertThat(file.seconds()).isZero();
        }
        assertThat(Examination.of(film, null, 2.5).extension()).isEqualTo("mkv");
        assertThatThrownBy(() -> Examination.of(film, null, 3.5)).isInstanceOf(Unfit.class);
    }

    @Test
    void a_few_bytes_that_claim_days_or_acres_are_refused() throws Exception {
        Path film = film("film.mp4", "-c:v", "libx264", "-use_editlist", "0");
        for (String name : List.of("slow.mp4", "slow.mkv"))
            assertUnfit(run(name, "-itsscale", "100000", "-i", film.toString(), "-c", "copy"), "too_long");
        Path live = run("live.mkv", "-itsscale", "100000", "-i", film.toString(), "-c", "copy", "-live", "1");
        assertUnfit(live, "too_long");
        for (String name : List.of("acres.mov", "acres.mkv"))
            assertUnfit(
                    run(name, "-f", "lavfi", "-i", "color=s=9000x9000:r=1:d=1", "-c:v", "mjpeg"), "picture_too_large");
    }

    private void assertUnfit(Path film, String code) {
        assertThatThrownBy(() -> examined(film))
                .as(film.toString())
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo(code));
        assertThat(copy()).doesNotExist();
    }

    private Examination examined(Path film) throws IOException {
        return Examination.of(film, copy(), LEAST);
    }

    private Path copy() {
        return folder.resolve("copy.mp4");
    }

    private Path film(String name, String... how) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=3", "-f", "lavfi", "-i", "sine=d=3"));
        arguments.addAll(List.of("-g", "10", "-pix_fmt", "yuv420p", "-c:a", "aac"));
        arguments.addAll(List.of(how));
        return run(name, arguments.toArray(String[]::new));
    }

    private Path run(String name, String... arguments) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-y", "-loglevel", "error"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return file;
    }
}
