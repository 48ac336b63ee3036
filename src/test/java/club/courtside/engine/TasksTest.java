package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Fit;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Films;
import club.courtside.support.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks in their own processes, and what becomes of them when something happens to these. */
@Timeout(400)
class TasksTest {

    private static final Duration LONG = Duration.ofSeconds(180);

    @TempDir
    Path folder;

    private final Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());

    private Films films;
    private TaskCommand command;
    private Tasks tasks;

    @BeforeEach
    void open() throws IOException {
        films = new Films(folder);
        command = new TaskCommand(
                Path.of(System.getProperty("java.io.tmpdir"), "courtside-javacpp"), folder.resolve("temporary"));
        tasks = new Tasks(command, 1, TaskLimits.USUAL);
    }

    @AfterEach
    void close() {
        tasks.close();
        assertThat(processes()).isEmpty();
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void a_copy_is_made_and_told_of() throws Exception {
        Path film = films.usual("film.mp4");
        tasks.put("copy", TranscodeSpec.standard(film.toString(), copy().toString(), Fit.CROP, 0));
        TaskStatus done = ended("copy");
        assertThat(done.state()).as(done.toString()).isEqualTo(TaskState.DONE);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.result().media().video().width()).isEqualTo(1080);
        assertThat(done.result().media().bytes()).isEqualTo(Files.size(copy()));
        assertThat(done.result().sha256()).hasSize(64);
        assertThat(Ffprobe.of(copy()).size()).isEqualTo("1080x1920");
        assertNothingHalfWritten();
    }

    @Test
    void what_is_no_video_fails_with_its_reason() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no film");
        tasks.put("copy", slow(text));
        TaskStatus failed = ended("copy");
        assertThat(failed.state()).isEqualTo(TaskState.FAILED);
        assertThat(failed.reason().code()).isEqualTo("no_video");
        assertNothingHalfWritten();
    }

    @Test
    void one_after_the_other_and_each_only_once() throws Exception {
        Path film = films.lengthy("film.mp4");
        tasks.put("first", slow(film));
        awaitProgress("first");
        TranscodeSpec second = TranscodeSpec.compact(
                film.toString(), folder.resolve("second.mp4").toString());
        assertThat(tasks.put("second", second).state()).isEqualTo(TaskState.WAITING);
        assertThat(tasks.put("first", slow(film)).progress()).isPositive();
        assertThat(processes()).hasSize(1);
        assertThatThrownBy(() -> tasks.put("third", slow(film))).hasMessageContaining("another task writes to");
        assertThatThrownBy(() -> tasks.put("first", second)).hasMessageContaining("another one");
        tasks.delete("first");
        Await.until("the next one runs", () -> tasks.get("second").state() == TaskState.RUNNING);
    }

    @Test
    void one_that_is_cancelled_leaves_nothing() throws Exception {
        tasks.put("copy", slow(films.lengthy("film.mp4")));
        awaitProgress("copy");
        assertThat(half()).exists();
        tasks.delete("copy");
        assertThatThrownBy(() -> tasks.get("copy")).isInstanceOf(Problem.class);
        assertNothingHalfWritten();
        assertThat(copy()).doesNotExist();
        assertThat(processes()).isEmpty();
    }

    @Test
    void one_whose_process_is_killed_at_any_moment_fails_and_leaves_nothing() throws Exception {
        Path film = films.usual("film.mp4");
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            String id = "copy-" + i;
            tasks.put(id, slow(film));
            Await.until(
                    "its process",
                    () -> !processes().isEmpty() || tasks.get(id).state().hasEnded());
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2500));
            processes().forEach(ProcessHandle::destroyForcibly);
            TaskStatus status = ended(id);
            assertNothingHalfWritten();
            if (status.state() == TaskState.FAILED)
                assertThat(status.reason().code()).isEqualTo("crashed");
            if (Files.exists(copy()))
                assertThat(Ffprobe.of(copy()).decodeErrors()).isEmpty();
        }
    }

    @Test
    void while_the_machine_is_needed_they_stand_still() throws Exception {
        tasks.put("copy", slow(films.lengthy("film.mp4")));
        awaitProgress("copy");
        tasks.pause(true);
        assertThat(tasks.get("copy").state()).isEqualTo(TaskState.PAUSED);
        ProcessHandle process = processes().get(0);
        Await.until("it stands still", () -> {
            Duration before = cpu(process);
            TimeUnit.MILLISECONDS.sleep(500);
            return cpu(process).minus(before).toMillis() < 50;
        });
        double stood = tasks.get("copy").progress();
        tasks.pause(false);
        Await.until("it goes on", () -> tasks.get("copy").progress() > stood);
        assertThat(tasks.get("copy").state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void nothing_begins_while_the_machine_is_needed() throws Exception {
        tasks.pause(true);
        tasks.put("copy", slow(films.usual("film.mp4")));
        assertThat(tasks.get("copy").state()).isEqualTo(TaskState.WAITING);
        assertThat(processes()).isEmpty();
        tasks.pause(false);
        assertThat(ended("copy").state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void one_that_hangs_is_ended() throws Exception {
        limited(new TaskLimits(Duration.ofSeconds(3), LONG, Long.MAX_VALUE));
        tasks.put("copy", slow(films.lengthy("film.mp4")));
        awaitProgress("copy");
        Signal.STOP.to(processes().get(0));
        assertEndsFor("stalled");
    }

    @Test
    void one_that_takes_too_long_or_too_much_memory_is_ended() throws Exception {
        Path film = films.lengthy("film.mp4");
        limited(new TaskLimits(LONG, Duration.ofSeconds(1), Long.MAX_VALUE));
        tasks.put("copy", slow(film));
        assertEndsFor("timeout");
        limited(new TaskLimits(LONG, LONG, 20 << 20));
        tasks.put("copy", slow(film));
        assertEndsFor("out_of_memory");
    }

    private void limited(TaskLimits limits) {
        tasks.close();
        tasks = new Tasks(command, 1, limits);
    }

    private void assertEndsFor(String code) {
        Await.until("it is ended", LONG, () -> {
            tasks.watch();
            return tasks.get("copy").state().hasEnded();
        });
        assertThat(tasks.get("copy").reason().code()).isEqualTo(code);
        assertNothingHalfWritten();
    }

    @Test
    void the_end_of_the_engine_ends_them() throws Exception {
        tasks.put("copy", slow(films.lengthy("film.mp4")));
        awaitProgress("copy");
        tasks.close();
        Await.until("its process is gone", () -> processes().isEmpty());
        assertNothingHalfWritten();
    }

    @Test
    void an_engine_that_is_killed_leaves_no_process_and_no_half_written_file() throws Exception {
        Process process = command.start(command.folder());
        String spec = EngineJson.MAPPER.writeValueAsString(slow(films.lengthy("film.mp4")));
        process.getOutputStream().write((spec + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        Await.until("it has begun", () -> Files.exists(half()));
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertNothingHalfWritten();
        assertThat(new TaskCommand(folder, folder.resolve("temporary")))
                .as("the next engine tidies up")
                .isNotNull();
    }

    @Test
    void a_name_may_be_anything() throws Exception {
        Path film = Files.move(films.usual("film.mp4"), folder.resolve("a 'quote' \"two\"\n🎾.mp4"));
        Path to = folder.resolve("🎾".repeat(60) + ".mp4");
        tasks.put("copy", TranscodeSpec.compact(film.toString(), to.toString()));
        TaskStatus done = ended("copy");
        assertThat(done.state()).as(done.toString()).isEqualTo(TaskState.DONE);
        assertThat(to).exists();
        assertNothingHalfWritten();
    }

    private TranscodeSpec slow(Path film) {
        return new TranscodeSpec(film.toString(), copy().toString(), 0, 0, 0, null, 23, "veryslow", 128, 0);
    }

    private TaskStatus ended(String id) {
        Await.until("it ends", LONG, () -> tasks.get(id).state().hasEnded());
        return tasks.get(id);
    }

    private void awaitProgress(String id) {
        Await.until("it makes progress", LONG, () -> tasks.get(id).progress() > 0);
    }

    /** Those that began with this test: a database of other tests may run too. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive() && !before.contains(child))
                .toList();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void assertNothingHalfWritten() {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path copy() {
        return folder.resolve("copy.mp4");
    }

    private Path half() {
        return folder.resolve(".copy.mp4.part");
    }
}
