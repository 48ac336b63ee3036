package club.courtside.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import club.courtside.cli.FreePort;
import club.courtside.platform.ClubDatabase;
import club.courtside.platform.Database;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The machine's own PostgreSQL, with an empty data folder and on a free port of loopback. It ends with this process, however
 * that ends: a shell waits at a pipe that only this process holds open. PostgreSQL refuses root, who therefore becomes the
 * user that its package has made.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "courtside";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNTIL_NOBODY_HOLDS_IT =
            "\"$@\" & server=$!; read -r word; kill -INT $server; wait $server";

    private final Path folder;
    private final int port = FreePort.on("127.0.0.1", 0);
    private final AtomicInteger databases = new AtomicInteger();
    private Process shell;
    private boolean hasTemplate;

    private PostgresServer() throws IOException {
        folder = Files.createTempDirectory("courtside-postgresql");
        if (isRoot()) run(List.of("chown", "postgres", folder.toString()));
        run(asNobodySpecial(
                program("initdb"),
                "--auth=trust",
                "--username=" + USER,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--pgdata=" + data()));
    }

    /** One that runs. */
    public static PostgresServer started() {
        try {
            return new PostgresServer().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of all tests of this process; it ends with them. */
    public static PostgresServer shared() {
        return TheOne.SERVER;
    }

    /** Whether the tests' databases shall be PostgreSQL's instead of H2's. */
    public static boolean isChosen() {
        String chosen = System.getProperty("courtside.test.database", "h2");
        if (!chosen.equals("h2") && !chosen.equals("postgresql"))
            throw new IllegalArgumentException("courtside.test.database is h2 or postgresql, not " + chosen);
        return chosen.equals("postgresql");
    }

    /** Starts it again, with what it held and at the same address. */
    public PostgresServer start() {
        try {
            List<String> line = new ArrayList<>(List.of("sh", "-c", UNTIL_NOBODY_HOLDS_IT, "sh"));
            line.addAll(asNobodySpecial(
                    program("postgres"),
                    "-D",
                    data().toString(),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "port=" + port,
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off",
                    "-c",
                    "max_connections=60"));
            shell = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("PostgreSQL answers", PATIENCE, this::answers);
        return this;
    }

    private boolean answers() throws IOException {
        if (!shell.isAlive()) throw new AssertionError("PostgreSQL ended: " + Files.readString(log()));
        try (Connection connection = at("postgres").getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** As when somebody stops it: whoever is connected is not any more, and nobody can connect until it is started again. */
    public void stop() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                throw new AssertionError("no end of PostgreSQL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The address of a database of that name, which is made when there is none. */
    public String url(String database) {
        if (!ask("select 1 from pg_database where datname = '" + database + "'"))
            execute("create database \"" + database + "\"");
        return urlOf(database);
    }

    /** A new one with Courtside's schema, copied from one that was brought up to date once. */
    synchronized String withSchema() {
        if (!hasTemplate) {
            execute("create database schema_of_courtside");
            Database.migrate(at("schema_of_courtside"));
            hasTemplate = true;
        }
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " template schema_of_courtside");
        return name;
    }

    /** A new one in which there is nothing. */
    public ClubDatabase empty() {
        String name = "empty_" + databases.incrementAndGet();
        execute("create database " + name);
        return at(name);
    }

    void drop(String database) {
        execute("drop database " + database + " with (force)");
    }

    public ClubDatabase at(String database) {
        return ClubDatabase.at(urlOf(database), USER, "");
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void execute(String statement) {
        ask(statement);
    }

    private boolean ask(String statement) {
        try (Connection connection = at("postgres").getConnection();
                var asked = connection.createStatement()) {
            return asked.execute(statement) && asked.getResultSet().next();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return Path.of(folder + ".log");
    }

    @Override
    public void close() {
        stop();
        Leftovers.delete(folder);
        try {
            Files.delete(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> asNobodySpecial(String... line) {
        List<String> all = new ArrayList<>();
        if (isRoot()) all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        all.addAll(List.of(line));
        return all;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** In the newest PostgreSQL that Debian has installed, or else on the path. */
    private static String program(String name) {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) return name;
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparingInt(
                            found -> Integer.parseInt(found.getName(3).toString())))
                    .map(Path::toString)
                    .orElse(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .directory(new File("/"))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException(line + ": " + said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static final class TheOne {

        static final PostgresServer SERVER = started();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
