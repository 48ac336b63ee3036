package club.courtside.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The whole product as a club starts it: launcher, Payara Micro, engine and demo cameras, on free ports and with a data
 * folder of its own. {@link Shared} gives all test classes one instance.
 */
public final class RunningCourtside implements AutoCloseable {

    /** By which other programs send videos. */
    public static final String PROCESSING_KEY = "a-key-for-tests-only";

    public static final String PASSWORD = "a-password-for-tests-only";
    private static final Duration PATIENCE = Duration.ofSeconds(330);
    private final Path data;
    private final Path output;
    private final Map<String, String> environment;
    private Process launcher;

    public RunningCourtside(Path data, Map<String, String> more) {
        this.data = data;
        this.output = data.resolveSibling(data.getFileName() + ".out");
        environment = new HashMap<>(more);
        environment.putIfAbsent("COURTSIDE_PORT", "0");
        environment.putIfAbsent("COURTSIDE_RTSP_PORT", "0");
        if (PostgresServer.isChosen()) onPostgres();
        environment.put("COURTSIDE_DATA", data.toString());
        environment.put("COURTSIDE_DEMO_PASSWORD", PASSWORD);
        environment.put("COURTSIDE_MIN_FREE_GB", "0");
        environment.putIfAbsent("COURTSIDE_PROCESSING_KEY", PROCESSING_KEY);
    }

    /** A database of its own, the same for each start with these data. */
    private void onPostgres() {
        environment.putIfAbsent("COURTSIDE_DB_URL", PostgresServer.shared().url(database()));
        environment.putIfAbsent("COURTSIDE_DB_USER", PostgresServer.USER);
        environment.putIfAbsent("COURTSIDE_DEMO", "true");
    }

    private String database() {
        return "it_" + Integer.toHexString(data.toString().hashCode());
    }

    /**
     * Data folder and database are gone, as with the disk of a machine.
     *
     * @return where the test finds what was in the folder
     */
    public Path loses(Path to) throws IOException {
        if (PostgresServer.isChosen()) {
            PostgresServer.shared().drop(database());
            PostgresServer.shared().url(database());
        }
        return Files.move(data, to);
    }

    /** The distribution that Maven has just built. */
    public static Path home() {
        return Path.of(System.getProperty("courtside.home", "target/courtside")).toAbsolutePath();
    }

    /** Starts {@code courtside COMMAND} with this instance's settings. */
    public Process command(String command, Path output) {
        return command(List.of(command), output);
    }

    /** Runs {@code courtside WORDS} to its end. */
    public Said said(String... words) {
        Path to = data.resolveSibling(data.getFileName() + ".said");
        try {
            Process process = command(List.of(words), to);
            if (!process.waitFor(90, TimeUnit.SECONDS)) throw new AssertionError("no end of " + List.of(words));
            return new Said(process.exitValue(), Files.readString(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a command printed. */
    public record Said(int exitCode, String text) {}

    /** Starts {@code courtside WORDS} with this instance's settings. */
    public Process command(List<String> words, Path output) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Dcourtside.home=" + home(),
                "-cp",
                home().resolve("engine") + "/*",
                "club.courtside.cli.Main"));
        line.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RunningCourtside start() {
        launcher = command("run", output);
        boolean ready = false;
        try {
            Await.until("Courtside is ready", PATIENCE, () -> {
                if (!launcher.isAlive()) throw new AssertionError("ended at once: " + output() + severe());
                return output().contains("Courtside is ready.");
            });
            ready = true;
            return this;
        } finally {
            if (!ready) close();
        }
    }

    private String severe() throws IOException {
        if (!Files.exists(data.resolve("logs/courtside.log"))) return "";
        try (var lines = Files.lines(data.resolve("logs/courtside.log"))) {
            return lines.filter(line -> line.contains(" SEVERE ")).limit(5).collect(Collectors.joining("\n"));
        }
    }

    /** What the launcher has printed. */
    public String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path data() {
        return data;
    }

    public String address() {
        return running().getProperty("address");
    }

    public String address(String path) {
        return address() + path;
    }

    public String webSocketAddress(String path) {
        return address(path).replaceFirst("^http", "ws");
    }

    public ProcessHandle launcher() {
        return launcher.toHandle();
    }

    public ProcessHandle webApplication() {
        return ProcessHandle.of(Long.parseLong(running().getProperty("server"))).orElseThrow();
    }

    public ProcessHandle engine() {
        return ProcessHandle.of(Json.read(runFile("engine.json")).get("pid").asLong())
                .orElseThrow();
    }

    public Api api() {
        return new Api(this);
    }

    /** Whether the web application does its work at this moment. */
    public boolean answers() {
        try {
            return api().get("/api/video/health").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Every process that belongs to this instance. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(data.toString()))
                .toList();
    }

    public Path runFile(String name) {
        return data.resolve("run").resolve(name);
    }

    private Properties running() {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(runFile("courtside.properties"))) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    @Override
    public void close() {
        try {
            command("stop", data.resolveSibling(data.getFileName() + ".stop")).waitFor(60, TimeUnit.SECONDS);
            if (!launcher.waitFor(10, TimeUnit.SECONDS)) launcher.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            processes().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
