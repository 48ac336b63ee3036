package club.courtside.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./courtside record}: asks the running Courtside to record a court or any camera, looks on, and stops it at the
 * wished moment or when somebody presses Ctrl-C. It is Courtside that records: whatever becomes of this command, the
 * recording ends at its planned end.
 */
final class RecordCamera {

    private final Installation installation;
    private final PrintStream out;
    private final LocalCalls local;

    RecordCamera(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
        this.local = new LocalCalls(installation);
    }

    /** @return 0 when there is a playable file */
    int run(List<String> options) throws InterruptedException {
        RecordOrder order = RecordOrder.of(options);
        if (!local.serves())
            throw new CannotRun("Courtside does not run on the data folder " + installation.data()
                    + "; start it first (./courtside run).");
        Interruption interruption = Interruption.awaited();
        int code = 1;
        try (LocalApi api = LocalApi.signIn(installation, local)) {
            code = record(order, api, interruption);
        } catch (Refused e) {
            code = failed(order.explained(e));
        } catch (CannotRun e) {
            code = failed(e);
        } catch (IOException e) {
            code = failed(new CannotRun("Courtside does not answer: " + e.getMessage() + "."));
        } finally {
            interruption.finished(code);
        }
        return code;
    }

    /** Said here: after a Ctrl-C nobody further out may come to it. */
    private static int failed(CannotRun why) {
        System.err.println("courtside: " + why.getMessage());
        return why instanceof WrongUsage ? 2 : 1;
    }

    private int record(RecordOrder order, LocalApi api, Interruption interruption)
            throws IOException, InterruptedException {
        Map<String, String> where = order.court().isPresent()
                ? Map.of("terrain_id", new CourtName(order.court().get()).idFrom(api))
                : order.trial();
        LocalApi.Answer opened = api.post("/api/video/session/create", where);
        String session = opened.body().path("session_id").asText();
        try {
            if (interruption.isWishedWithin(0)) throw new CannotRun("Stopped before anything was recorded.");
            JsonNode started =
                    api.post("/api/video/record/start", order.start(session)).body();
            if (!order.wantsJson())
                out.println("Recording “" + started.path("name").asText() + "”. Ctrl-C stops it.");
            RecordingLine line = new RecordingLine(out, isTerminal());
            Onlooker onlooker = new Onlooker(api, session, order, order.wantsJson() ? null : line);
            return conclude(order, onlooker.untilTheEnd(started, interruption, installation));
        } finally {
            if (opened.status() == 201) close(api, session);
        }
    }

    /** The script knows; without it Java can tell as long as both input and output are a terminal. */
    private static boolean isTerminal() {
        String said = System.getProperty("courtside.terminal");
        return said == null ? System.console() != null : said.equals("true");
    }

    private static void close(LocalApi api, String session) throws InterruptedException {
        try {
            api.post("/api/video/session/close", Map.of("session_id", session));
        } catch (IOException | Refused e) {
            // nobody watches it: it closes by itself
        }
    }

    private int conclude(RecordOrder order, JsonNode recording) {
        boolean complete = recording.path("state").asText().equals("completed");
        if (order.wantsJson()) out.println(asJson(recording));
        else if (complete) tell(recording);
        if (!complete && !order.wantsJson())
            throw new CannotRun("Nothing was recorded: "
                    + recording.path("reason").path("message").asText("the recording failed") + ".");
        return complete ? 0 : 1;
    }

    private void tell(JsonNode recording) {
        for (JsonNode each : files(recording))
            out.println("Recorded " + file(each) + ": "
                    + RecordingLine.clock(each.path("elapsed_seconds").asDouble()) + ", "
                    + RecordingLine.size(each.path("bytes").asLong())
                    + (each.path("gaps").isEmpty()
                            ? "."
                            : ", with gaps: " + each.path("gaps").size() + "."));
    }

    private JsonLine asJson(JsonNode recording) {
        return one(recording)
                .with("session_id", recording.path("session_id").asText())
                .with("name", recording.path("name").asText())
                .with("planned_seconds", recording.path("planned_seconds").asLong())
                .withAll(
                        "angles",
                        files(recording).stream().skip(1).map(this::one).toList());
    }

    private JsonLine one(JsonNode recording) {
        JsonLine line = new JsonLine()
                .with("state", recording.path("state").asText())
                .with("file", file(recording))
                .with("video_id", recording.path("video_id").asText(null))
                .with("duration_seconds", recording.path("elapsed_seconds").asDouble())
                .with("size_bytes", recording.path("bytes").asLong())
                .with("gaps", recording.path("gaps").size());
        return recording.path("reason").isObject()
                ? line.with("reason", recording.path("reason").path("code").asText())
                : line;
    }

    /** Of all angles, the main one's first. */
    private static List<JsonNode> files(JsonNode recording) {
        List<JsonNode> all = new ArrayList<>(List.of(recording));
        recording.path("angles").forEach(all::add);
        return all;
    }

    private String file(JsonNode recording) {
        Path file = installation.data().resolve(recording.path("video_path").asText());
        return file.toString();
    }
}
