package club.courtside.bench;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What people and machines notice of the whole product: the demo club, nobody watching, two of its courts recording. */
final class ProductFigures {

    /**
     * @param starts from the command to a page, s: on an empty data folder, then again
     * @param firstAnswers of starting a recording just after a start, and of the next one, ms
     * @param stopAnswers with the finished file, the first and the next, ms
     * @param engineBack from the kill of the engine until both recordings are seen to go on, s
     * @param gaps that these kills left in the files, s
     * @param webApplicationBack from the kill of the web application to an answer, s
     * @param gapsOfWebApplication that these kills left in the files
     * @param engine processor seconds a minute, and bytes
     * @param webApplication likewise
     */
    record Found(
            List<Double> starts,
            List<Double> firstAnswers,
            List<Double> stopAnswers,
            List<Double> engineBack,
            List<Double> gaps,
            List<Double> webApplicationBack,
            int gapsOfWebApplication,
            Load engine,
            Load webApplication) {}

    /**
     * @param cpuSeconds of the processor, a minute
     * @param pssBytes proportional share of memory at the end
     */
    record Load(double cpuSeconds, long pssBytes) {}

    private static final List<String> COURTS = List.of("terrain-1", "terrain-2");
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path data;
    private final Duration time;
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> startAnswers = new ArrayList<>();
    private final List<Double> stopAnswers = new ArrayList<>();
    private RunningCourtside courtside;
    private Api club;

    /** @param time that the load is measured */
    ProductFigures(Path work, Duration time) {
        this.data = work.resolve("product");
        this.time = time;
    }

    Found measure() throws IOException, InterruptedException {
        run();
        courtside.close();
        run();
        try {
            answers();
            Loads loads = loads();
            Kills engine = engineKills();
            Kills webApplication = webApplicationKills();
            return new Found(
                    starts,
                    startAnswers,
                    stopAnswers,
                    engine.back(),
                    engine.gaps(),
                    webApplication.back(),
                    webApplication.gaps().size(),
                    loads.engine(),
                    loads.webApplication());
        } finally {
            courtside.close();
        }
    }

    private record Loads(Load engine, Load webApplication) {}

    private record Kills(List<Double> back, List<Double> gaps) {}

    private interface Action {
        void run() throws IOException;
    }

    private static double seconds(Action action) throws IOException {
        long from = System.nanoTime();
        action.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private void run() throws IOException {
        starts.add(seconds(() -> courtside = new RunningCourtside(data, Map.of()).start()));
        club = courtside.api().as("club");
    }

    /** Of the first recordings after a start. */
    private void answers() throws IOException {
        List<Match> matches = new ArrayList<>();
        for (String court : COURTS) {
            Match match = Match.onCourt(courtside, club, court);
            startAnswers.add(seconds(() -> match.record(5)) * 1000);
            matches.add(match);
        }
        matches.forEach(match -> match.awaitElapsed(3));
        for (Match match : matches) stopAnswers.add(seconds(match::stop) * 1000);
        matches.forEach(Match::close);
    }

    private List<Match> record() {
        List<Match> matches = COURTS.stream()
                .map(court -> Match.onCourt(courtside, club, court).record(30))
                .toList();
        matches.forEach(match -> match.awaitElapsed(3));
        return matches;
    }

    private List<Double> end(List<Match> matches) {
        List<Double> gaps = new ArrayList<>();
        for (Match match : matches) {
            for (JsonNode gap : match.stop().path("gaps"))
                gaps.add(gap.path("seconds").asDouble());
            match.close();
        }
        return gaps;
    }

    private Loads loads() throws InterruptedException {
        List<Match> matches = record();
        List<Long> engine = List.of(courtside.engine().pid());
        List<Long> webApplication = List.of(courtside.webApplication().pid());
        double engineBefore = Usage.cpuSeconds(engine);
        double webApplicationBefore = Usage.cpuSeconds(webApplication);
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        double perMinute = 60.0 / time.toSeconds();
        Loads loads = new Loads(
                new Load((Usage.cpuSeconds(engine) - engineBefore) * perMinute, Usage.pssBytes(engine)),
                new Load(
                        (Usage.cpuSeconds(webApplication) - webApplicationBefore) * perMinute,
                        Usage.pssBytes(webApplication)));
        end(matches);
        return loads;
    }

    private Kills engineKills() throws IOException {
        Kills kills = new Kills(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < KILLS; i++) {
            List<Match> matches = record();
            kills.back().add(seconds(() -> {
                courtside.engine().destroyForcibly();
                for (Match match : matches)
                    Await.until("the recording goes on", PATIENCE, () -> {
                        JsonNode now = match.status();
                        return now.path("state").asText().equals("recording")
                                && now.path("gaps").size() == 1;
                    });
            }));
            matches.forEach(match -> match.awaitElapsed(8));
            kills.gaps().addAll(end(matches));
        }
        return kills;
    }

    private Kills webApplicationKills() throws IOException {
        Kills kills = new Kills(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < KILLS; i++) {
            List<Match> matches = record();
            ProcessHandle killed = courtside.webApplication();
            kills.back().add(seconds(() -> {
                killed.destroyForcibly();
                Await.until(
                        "another web application answers",
                        PATIENCE,
                        () -> courtside.webApplication().pid() != killed.pid() && courtside.answers());
            }));
            kills.gaps().addAll(end(matches));
        }
        return kills;
    }
}
