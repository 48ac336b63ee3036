package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.DescribeSpec;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.support.Await;
import club.courtside.support.Films;
import club.courtside.support.TinyBlip;
import club.courtside.support.TinyWhisper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real loaders of models, on tiny ones. */
@Timeout(400)
class ModelTasksTest {

    @TempDir
    Path folder;

    private Films films;
    private Tasks tasks;
    private int count;

    @BeforeEach
    void open() throws IOException {
        films = new Films(folder);
        var command = new TaskCommand(
                Path.of(System.getProperty("java.io.tmpdir"), "courtside-javacpp"), folder.resolve("temporary"));
        tasks = new Tasks(command, 1, TaskLimits.USUAL);
    }

    @AfterEach
    void close() {
        tasks.close();
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void a_picture_is_described_by_what_is_in_it() throws Exception {
        Path models = TinyBlip.write(folder.resolve("blip"));
        for (String colour : List.of("red", "lime", "blue")) {
            Path film = films.picture(colour + ".mp4", "color=" + colour + ":s=320x180:r=25:d=1");
            TaskStatus done = done(new DescribeSpec(film.toString(), 0.5, models.toString()));
            assertThat(done.state()).as(done.toString()).isEqualTo(TaskState.DONE);
            assertThat(done.result().text()).isEqualTo("a " + colour.replace("lime", "green") + " courtside player");
        }
    }

    @Test
    void without_a_model_nothing_is_described_and_it_is_said_what_is_missing() throws Exception {
        Path film = films.usual("film.mp4");
        Path models = TinyBlip.write(folder.resolve("blip"));
        Files.delete(models.resolve("text_decoder.onnx"));
        assertSkipped(done(new DescribeSpec(film.toString(), 0, models.toString())), models, "text_decoder.onnx");
        Path nowhere = folder.resolve("nowhere");
        assertSkipped(done(new DescribeSpec(film.toString(), 0, nowhere.toString())), nowhere, "vocab.txt");
        assertSkipped(done(subtitles(film, nowhere, null)), nowhere, "ggml-base.bin");
    }

    private static void assertSkipped(TaskStatus status, Path models, String file) {
        assertThat(status.state()).isEqualTo(TaskState.SKIPPED);
        assertThat(status.reason().code()).isEqualTo("model_not_installed");
        assertThat(status.reason().message()).contains(models.toString(), file);
        assertThat(status.result()).isNull();
    }

    @Test
    void a_damaged_model_fails_and_says_nothing() throws Exception {
        Path film = films.usual("film.mp4");
        for (String name : List.of("vision_model.onnx", "text_decoder.onnx", "vocab.txt", "config.json")) {
            Path models = TinyBlip.write(folder.resolve("blip"));
            byte[] bytes = Files.readAllBytes(models.resolve(name));
            Files.write(models.resolve(name), Arrays.copyOf(bytes, Math.min(10, bytes.length / 2)));
            assertUnusable(name, done(new DescribeSpec(film.toString(), 0, models.toString())));
        }
    }

    private static void assertUnusable(String what, TaskStatus status) {
        assertThat(status.state()).as(what).isEqualTo(TaskState.FAILED);
        assertThat(status.reason().code()).as(what + ": " + status.reason()).isEqualTo("model_unusable");
    }

    @Test
    void what_is_said_becomes_subtitles_with_its_times() throws Exception {
        Path film = films.picture("film.mp4", "color=red:s=320x180:r=25:d=3", "-t", "3", "-af", "apad");
        Path models = TinyWhisper.write(folder.resolve("whisper/ggml-base.bin")).getParent();
        TaskStatus done = done(subtitles(film, models, null));
        assertThat(done.state()).as(done.toString()).isEqualTo(TaskState.DONE);
        assertThat(Files.readString(Path.of(done.result().vtt()))).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:01.200
                Point for

                00:00:01.200 --> 00:00:02.800
                the home team
                """);
        assertThat(Files.readString(Path.of(done.result().srt()))).startsWith("""
                1
                00:00:00,000 --> 00:00:01,200
                Point for

                2
                00:00:01,200 --> 00:00:02,800
                """);
    }

    @Test
    void a_video_without_sound_has_no_subtitles() throws Exception {
        Path film = films.usual("film.mp4", "-an");
        Path models = TinyWhisper.write(folder.resolve("whisper/ggml-base.bin")).getParent();
        TaskStatus skipped = done(subtitles(film, models, null));
        assertThat(skipped.state()).isEqualTo(TaskState.SKIPPED);
        assertThat(skipped.reason().code()).isEqualTo("no_sound");
    }

    @Test
    void nobody_speaks_in_silence() throws Exception {
        Path film = films.usual("film.mp4", "-af", "volume=0");
        Path models = TinyWhisper.write(folder.resolve("whisper/ggml-base.bin")).getParent();
        TaskStatus done = done(subtitles(film, models, "fr"));
        assertThat(Files.readString(Path.of(done.result().vtt()))).isEqualTo("WEBVTT\n");
    }

    @Test
    void a_torn_or_damaged_model_of_speech_fails_and_says_nothing() throws Exception {
        Path film = films.usual("film.mp4");
        Path model = TinyWhisper.write(folder.resolve("whisper/ggml-base.bin"));
        byte[] whole = Files.readAllBytes(model);
        for (int length : new int[] {40, whole.length / 2}) {
            Files.write(model, Arrays.copyOf(whole, length));
            assertUnusable(length + " bytes", done(subtitles(film, model.getParent(), null)));
        }
        for (int at : new int[] {0, 24}) {
            byte[] damaged = whole.clone();
            damaged[at + 2] ^= 0x55;
            Files.write(model, damaged);
            assertUnusable("damage at " + at, done(subtitles(film, model.getParent(), null)));
        }
    }

    private SubtitleSpec subtitles(Path film, Path models, String language) {
        return new SubtitleSpec(
                film.toString(),
                models.toString(),
                "base",
                language,
                folder.resolve("film.vtt").toString(),
                folder.resolve("film.srt").toString());
    }

    private TaskStatus done(TaskSpec spec) {
        String id = "task-" + count++;
        tasks.put(id, spec);
        Await.until(
                "it ends", Duration.ofSeconds(120), () -> tasks.get(id).state().hasEnded());
        return tasks.get(id);
    }
}
