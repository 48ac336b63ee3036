package club.courtside.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./courtside recover}: what is being processed, and a push for what stands still. */
final class Recover {

    private static final int USUAL_MINUTES = 10;

    private final Installation installation;
    private final PrintStream out;
    private final LocalCalls local;

    Recover(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
        this.local = new LocalCalls(installation);
    }

    int run(List<String> options) throws InterruptedException {
        Words words = Words.of("recover", options, Set.of("--status", "--json"), Set.of("--max-age"), 0);
        if (words.has("--status") && words.value("--max-age").isPresent())
            throw words.wrong("--status changes nothing; it does not go with --max-age");
        int minutes = minutes(words);
        if (!local.serves())
            throw new CannotRun("Courtside does not run on the data folder " + installation.data()
                    + "; start it first (./courtside run).");
        try (LocalApi api = LocalApi.signIn(installation, local)) {
            if (words.has("--status")) status(api.get("/api/v1/video-processing-stats"), words.has("--json"));
            else
                recover(
                        api.post("/api/v1/recover", Map.of("max_age_minutes", minutes))
                                .body(),
                        words.has("--json"));
        } catch (IOException e) {
            throw new CannotRun("The web application does not answer: " + e.getMessage());
        }
        return 0;
    }

    private static int minutes(Words words) {
        String given = words.value("--max-age").orElse(String.valueOf(USUAL_MINUTES));
        if (!given.matches("\\d{1,5}")) throw words.wrong("--max-age is a number of minutes");
        return Integer.parseInt(given);
    }

    private void status(JsonNode statistics, boolean json) {
        if (json) {
            out.println(statistics);
            return;
        }
        JsonNode videos = statistics.path("videos");
        out.printf(
                "%d videos: %d processing, %d ready, %d failed.%n",
                videos.path("total").asLong(),
                videos.path("processing").asLong(),
                videos.path("ready").asLong(),
                videos.path("failed").asLong());
        for (JsonNode line : statistics.path("jobs"))
            out.printf(
                    "%-8s %-10s %-10s %6d%s%n",
                    line.path("work").asText(),
                    line.path("kind").asText(),
                    line.path("state").asText(),
                    line.path("count").asLong(),
                    age(line.path("oldest_seconds")));
    }

    private static String age(JsonNode seconds) {
        return seconds.isNumber() ? ", the oldest for " + seconds.asLong() / 60 + " min" : "";
    }

    private void recover(JsonNode answer, boolean json) {
        if (json) {
            out.println(answer);
            return;
        }
        for (JsonNode item : answer.path("items"))
            out.println(item.path("work").asText() + " " + item.path("id").asText() + " goes on");
        out.println("Recovered: " + answer.path("recovered").asInt() + ".");
    }
}
