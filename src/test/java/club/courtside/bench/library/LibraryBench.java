package club.courtside.bench.library;

import club.courtside.bench.library.LibraryLoad.Answers;
import club.courtside.platform.ClubDatabase;
import club.courtside.support.PostgresServer;
import club.courtside.support.RunningCourtside;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The same questions to the same library on one database after the other. */
public final class LibraryBench {

    private static final Duration WARM_UP = Duration.ofSeconds(40);

    private final Path work;
    private final Duration time;

    public LibraryBench(Path work, Duration time) {
        this.work = work;
        this.time = time;
    }

    /** @return by the database's name */
    public Map<String, Answers> run() throws IOException, InterruptedException {
        Map<String, Answers> answers = new LinkedHashMap<>();
        Path onH2 = work.resolve("h2");
        answers.put(
                "H2",
                measure(
                        "H2",
                        onH2,
                        Map.of(),
                        ClubDatabase.at(
                                "jdbc:h2:file:" + onH2.resolve("db/courtside")
                                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                                "courtside",
                                "")));
        try (PostgresServer server = PostgresServer.started()) {
            String url = server.url("courtside");
            Map<String, String> settings =
                    Map.of("COURTSIDE_DB_URL", url, "COURTSIDE_DB_USER", PostgresServer.USER, "COURTSIDE_DEMO", "true");
            answers.put(
                    "PostgreSQL", measure("PostgreSQL", work.resolve("postgresql"), settings, server.at("courtside")));
        }
        return answers;
    }

    private Answers measure(String name, Path data, Map<String, String> settings, ClubDatabase database)
            throws IOException, InterruptedException {
        RunningCourtside courtside = new RunningCourtside(data, settings);
        courtside.start().close();
        System.out.println(name + ": " + ManyVideos.VIDEOS + " videos come ...");
        List<UUID> clubs;
        try (Connection connection = database.getConnection()) {
            clubs = ManyVideos.fill(connection, data);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        courtside.start();
        try {
            LibraryLoad load = new LibraryLoad(courtside, Question.mix(clubs));
            System.out.println(name + ": it warms up ...");
            load.run(WARM_UP);
            System.out.println(name + ": measured ...");
            Answers answers = load.run(time);
            System.out.printf("%s: p50 %.0f ms, p95 %.0f ms%n", name, answers.percentile(50), answers.percentile(95));
            return answers;
        } finally {
            courtside.close();
        }
    }
}
