package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.engine.api.Fit;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.support.Await;
import club.courtside.support.Films;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks over HTTP, as the web application orders them. */
@Timeout(400)
class TaskCallsTest {

    @TempDir
    Path folder;

    private EngineInProcess engine;
    private EngineClient client;
    private Path film;
    private String to;

    @BeforeEach
    void open() throws Exception {
        engine = new EngineInProcess(
                folder,
                (address, listener) -> {
                    throw new AssertionError("no camera is asked for");
                },
                Duration.ofNanos(1));
        client = engine.client();
        film = new Films(folder).usual("film.mp4");
        to = folder.resolve("copy.mp4").toString();
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    @Test
    void a_task_is_ordered_followed_and_forgotten() {
        TranscodeSpec spec = new TranscodeSpec(film.toString(), to, 320, 180, 30, Fit.CROP, 23, "veryfast", 64, 0);
        assertThat(client.putTask("copy", spec).state().hasEnded()).isFalse();
        assertThat(engine.isIdle()).as("an engine with a task is not idle").isFalse();
        Await.until("it is done", Duration.ofSeconds(180), () -> client.task("copy")
                .state()
                .hasEnded());
        TaskStatus done = client.putTask("copy", spec);
        assertThat(done.state()).as(done.toString()).isEqualTo(TaskState.DONE);
        assertThat(done.result().media().video().codec()).isEqualTo("h264");
        assertThat(client.tasks()).containsExactly(done);
        client.deleteTask("copy");
        client.deleteTask("copy");
        assertThat(client.tasks()).isEmpty();
        assertThat(Path.of(to)).exists();
        assertStatus(404, () -> client.task("copy"));
    }

    @Test
    void what_cannot_be_done_is_refused_by_the_name_of_its_field() throws Exception {
        assertRefused("file", new TranscodeSpec("film.mp4", to, 0, 0, 0, null, 23, null, 128, 0));
        assertRefused("to", new TranscodeSpec(film.toString(), null, 0, 0, 0, null, 23, null, 128, 0));
        assertRefused("to", new TranscodeSpec(film.toString(), film.toString(), 0, 0, 0, null, 23, null, 128, 0));
        assertRefused("folder", new TranscodeSpec(film.toString(), "/nowhere/a.mp4", 0, 0, 0, null, 23, null, 128, 0));
        assertRefused("width", new TranscodeSpec(film.toString(), to, 1080, 0, 0, null, 23, null, 128, 0));
        assertRefused("height", new TranscodeSpec(film.toString(), to, 1080, 1921, 0, null, 23, null, 128, 0));
        assertRefused("frames_per_second", new TranscodeSpec(film.toString(), to, 0, 0, -1, null, 23, null, 128, 0));
        assertRefused("crf", new TranscodeSpec(film.toString(), to, 0, 0, 0, null, 52, null, 128, 0));
        assertRefused("preset", new TranscodeSpec(film.toString(), to, 0, 0, 0, null, 23, "best", 128, 0));
        assertRefused("audio_kbits", new TranscodeSpec(film.toString(), to, 0, 0, 0, null, 23, null, 0, 0));
        Files.delete(film);
        assertStatus(422, () -> client.putTask("copy", TranscodeSpec.compact(film.toString(), to)));
        assertThat(client.tasks()).isEmpty();
    }

    @Test
    void a_kind_that_is_not_known_is_a_bad_request() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + engine.address().port() + "/tasks/x"))
                .header("Authorization", "Bearer " + engine.address().secret())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"kind\":\"dream\",\"file\":\"/tmp\"}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("TaskSpec");
    }

    private void assertRefused(String field, TaskSpec spec) {
        assertThatThrownBy(() -> client.putTask("copy", spec))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining(field);
    }

    private static void assertStatus(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.status())
                .isEqualTo(status));
    }
}
