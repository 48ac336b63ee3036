package club.courtside.processing.server;

import static club.courtside.processing.server.Sending.json;
import static club.courtside.processing.server.Sending.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Films;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import club.courtside.support.TinyWhisper;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Another program sends films with the key, and fetches what is made of them. */
@ExtendWith(Shared.class)
class ProcessingServerIT {

    /** A machine that is late with its cameras converts nothing for a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final byte[] NO_FILM = "not a film".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final RunningCourtside courtside;
    private final Sending sender;

    ProcessingServerIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.sender = new Sending(courtside, RunningCourtside.PROCESSING_KEY);
    }

    /** With all that was sent into it. */
    @AfterEach
    void removeTheClub() {
        courtside.api().as("admin").delete("/api/clubs/processing?confirm=processing");
    }

    @Test
    void the_key_opens_it_and_nothing_else_does() {
        String token = courtside.api().as("admin").token();
        for (String wrong : new String[] {null, "a-key", RunningCourtside.PROCESSING_KEY + "x", token}) {
            Sending stranger = new Sending(courtside, wrong);
            for (String path : List.of("/status/x", "/results/x", "/results/x/renditions/portrait")) {
                HttpResponse<byte[]> answer = stranger.answer(stranger.to(path).GET());
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            }
            assertThat(refusal(stranger.answer(stranger.form("x.mp4", NO_FILM, Map.of()))))
                    .isEqualTo("401");
            assertThat(refusal(stranger.answer(stranger.announcement(5, Map.of()))))
                    .isEqualTo("401");
        }
        assertThat(sender.answer(sender.to("/status/x").GET()).statusCode()).isEqualTo(404);
        assertThat(sender.answer(sender.to("/api/at-root/status/x").GET()).statusCode())
                .isEqualTo(404);
        assertThat(sender.answer(sender.to("/api/at-root/health").GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void everybody_may_ask_how_it_is_and_learns_no_more() {
        HttpResponse<byte[]> answer = new Sending(courtside, null).answer(sender.to("/health"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asText()).isIn("healthy", "degraded");
        assertThat(json(answer)).hasSize(1);
    }

    @Test
    void what_is_wrong_is_named_and_nothing_is_kept() throws IOException {
        assertThat(refused(Map.of("model", "huge"))).isEqualTo("400 model");
        assertThat(refused(Map.of("priority", "urgent"))).isEqualTo("400 priority");
        assertThat(refused(Map.of("process", "maybe"))).isEqualTo("400 process");
        assertThat(refusal(sender.answer(sender.form("x.mp4", null, Map.of("process", "true")))))
                .isEqualTo("400 file");
        assertThat(refusal(sender.answer(sender.form("x.mp4", new byte[0], Map.of()))))
                .isEqualTo("400 file");
        assertThat(refusal(sender.answer(
                        sender.form("x.mp4", NO_FILM, Map.of()).header("Idempotency-Key", "k".repeat(101)))))
                .isEqualTo("400 Idempotency-Key");
        assertThat(refusal(sender.answer(sender.to("/upload")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))))
                .isEqualTo("415");
        assertThat(refusal(sender.answer(sender.announcement(5, Map.of("model", "tiny")))))
                .isEqualTo("400 model");
        assertThat(refusal(sender.answer(sender.announcement(0, Map.of())))).isEqualTo("400 Upload-Length");
        assertThat(refusal(sender.answer(sender.announcement(900_000_000_000L, Map.of()))))
                .isEqualTo("413 Upload-Length");
        assertThat(sender.answer(sender.to("/upload").DELETE()).statusCode()).isEqualTo(405);
        try (var files = Files.list(courtside.data().resolve("videos/.arriving"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".chunk"));
        }
    }

    private String refused(Map<String, String> fields) {
        return refusal(sender.answer(sender.form("x.mp4", NO_FILM, fields)));
    }

    @Test
    void a_film_is_converted_and_written_along_with_the_model_that_was_asked_for() throws Exception {
        Path model = TinyWhisper.write(courtside.data().resolve("models/ggml-large.bin"));
        try {
            byte[] film = Files.readAllBytes(new Films(folder).usual("film.mp4", "-c:v", "libx264"));
            HttpResponse<byte[]> accepted =
                    sender.answer(sender.form("Finale.mp4", film, Map.of("model", "large", "priority", "high")));
            assertThat(accepted.statusCode()).isEqualTo(202);
            String task = json(accepted).path("task_id").asText();
            if (!sender.status(task).path("status").asText().equals("completed"))
                assertThat(refusal(sender.answer(sender.to("/results/" + task).GET())))
                        .startsWith("409");

            JsonNode status = over(task);
            assertThat(status.path("status").asText()).as(status.toString()).isEqualTo("completed");
            assertThat(status.path("progress").asInt()).isEqualTo(100);
            assertThat(status.path("error").isNull()).isTrue();
            JsonNode results = json(sender.answer(sender.to("/results/" + task).GET()));
            assertThat(results.path("status").asText()).isEqualTo("completed");
            assertThat(results.at("/subtitles/vtt").asText())
                    .startsWith("WEBVTT")
                    .contains("Point");
            assertThat(results.at("/subtitles/srt").asText()).contains("-->");
            assertThat(results.path("description").isNull()).isTrue();
            assertThat(results.at("/skipped/0/step").asText()).isEqualTo("describe");
            assertThat(results.at("/skipped/0/code").asText()).isEqualTo("model_not_installed");
            assertThat(results.at("/media/width").asInt()).isEqualTo(320);
            assertThat(results.at("/media/video_codec").asText()).isEqualTo("h264");
            assertThat(results.at("/media/size_bytes").asLong()).isEqualTo(film.length);
            assertThat(results.at("/media/sha256").asText()).isEqualTo(sha256(film));
            seeTheCopy(results.at("/renditions/0"));
        } finally {
            Files.delete(model);
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private void seeTheCopy(JsonNode copy) throws Exception {
        assertThat(copy.path("format").asText()).isEqualTo("portrait");
        String url = copy.path("url").asText();
        byte[] whole = sender.answer(sender.to(url).GET()).body();
        assertThat(whole).hasSize(copy.path("size_bytes").asInt());
        assertThat(Ffprobe.of(Files.write(folder.resolve("copy.mp4"), whole)).size())
                .isEqualTo("1080x1920");
        HttpResponse<byte[]> part = sender.answer(sender.to(url).header("Range", "bytes=10-19"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10);
        assertThat(sender.answer(sender.to(url.replace("portrait", "proxy"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_breaks_off_in_the_middle_goes_on_there() throws Exception {
        byte[] film = Files.readAllBytes(new Films(folder).usual("film.mp4", "-c:v", "libx264", "-b:v", "8M"));
        HttpResponse<byte[]> server = sender.answer(sender.to("/upload").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(server.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(server.headers().firstValue("Tus-Extension").orElse(""))
                .contains("creation", "checksum", "termination");

        String place = announced("broken", film, "keeps");
        String task = place.substring(place.lastIndexOf('/') + 1);
        sender.breakOff(place, film, film.length / 2);
        Await.until("what came is here", () -> sender.offset(place) > 0);
        assertThat(sender.status(task).path("status").asText()).isEqualTo("receiving");
        assertThat(announced("broken", film, "keeps")).isEqualTo(place);
        int from = (int) sender.offset(place);
        assertThat(from).isLessThan(film.length);
        Await.until(
                "the rest is taken, once what broke off has been written",
                () -> sender.piece(place, film, (int) sender.offset(place)).statusCode() == 204);

        JsonNode status = over(task);
        assertThat(status.path("status").asText()).as(status.toString()).isEqualTo("completed");
        assertThat(announced("broken", film, "keeps")).isEqualTo(place);
        assertThat(sender.offset(place)).isEqualTo(film.length);
        JsonNode results = json(sender.answer(sender.to("/results/" + task).GET()));
        assertThat(results.path("renditions")).isEmpty();
        assertThat(results.path("skipped")).isEmpty();
        assertThat(results.at("/media/size_bytes").asLong()).isEqualTo(film.length);
    }

    private String announced(String key, byte[] film, String name) {
        HttpResponse<byte[]> answer =
                sender.answer(sender.announcement(film.length, Map.of("filename", name + ".mp4", "process", "false"))
                        .header("Idempotency-Key", key));
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void one_key_makes_one_video_even_when_it_comes_several_times_at_once() throws Exception {
        byte[] film = Files.readAllBytes(new Films(folder).usual("film.mp4", "-c:v", "libx264"));
        List<CompletableFuture<HttpResponse<byte[]>>> sent = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> sender.answer(sender.form("Once.mp4", film, Map.of("process", "false"))
                                .header("Idempotency-Key", "once"))))
                .limit(4)
                .toList();
        List<HttpResponse<byte[]>> answers =
                sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200, 202)
                .containsOnlyOnce(202);
        assertThat(answers)
                .extracting(answer -> json(answer).path("task_id").asText())
                .containsOnly(json(answers.get(0)).path("task_id").asText());
        String task = json(answers.get(0)).path("task_id").asText();
        assertThat(over(task).path("status").asText()).isEqualTo("completed");
        JsonNode kept = courtside
                .api()
                .as("admin")
                .get("/api/video/files/list?club_id=" + club())
                .json();
        assertThat(kept.path("total").asInt()).isEqualTo(1);
        assertThat(kept.at("/items/0/id").asText()).isEqualTo(task);
    }

    @Test
    void what_is_no_film_fails_with_the_reason_and_its_key_is_free_again() {
        var form = sender.form("notes.mp4", NO_FILM, Map.of()).header("Idempotency-Key", "notes");
        String task = json(sender.answer(form)).path("task_id").asText();

        JsonNode status = over(task);
        assertThat(status.path("status").asText()).isEqualTo("failed");
        assertThat(status.path("error").asText()).isNotBlank();
        JsonNode results = json(sender.answer(sender.to("/results/" + task).GET()));
        assertThat(results.path("status").asText()).isEqualTo("failed");
        assertThat(results.path("media").isNull()).isTrue();
        HttpResponse<byte[]> again = sender.answer(form);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again).path("task_id").asText()).isNotEqualTo(task);
        over(json(again).path("task_id").asText());
    }

    @Test
    void what_is_given_up_has_failed() {
        String place = announced("given up", NO_FILM, "half");
        assertThat(sender.answer(sender.tus(place).DELETE()).statusCode()).isEqualTo(204);

        String task = place.substring(place.lastIndexOf('/') + 1);
        assertThat(sender.status(task).path("status").asText()).isEqualTo("failed");
        assertThat(announced("given up", NO_FILM, "half")).isNotEqualTo(place);
    }

    private String club() {
        return courtside.api().as("admin").get("/api/clubs/processing").get("id");
    }

    private JsonNode over(String task) {
        return Await.value(
                "the task to be over", PATIENCE, () -> sender.status(task), status -> List.of("completed", "failed")
                        .contains(status.path("status").asText()));
    }
}
