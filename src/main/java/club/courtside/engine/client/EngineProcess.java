package club.courtside.engine.client;

import club.courtside.engine.api.RunningEngine;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds the engine of a data folder, and starts one where none answers. The engine is a process of its own that lives on
 * when we are killed; nothing of our own JVM's options or environment settings reaches it.
 */
public final class EngineProcess {

    private static final System.Logger LOG = System.getLogger(EngineProcess.class.getName());
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(30);
    private static final String MAIN = "club.courtside.engine.EngineMain";

    /**
     * glibc takes big blocks from its heap as soon as one of them was freed once; small blocks that live long then stand
     * between them, and what is free there is given back never. So big blocks, such as a decoded picture, stay apart; a
     * second of a file does not, because fresh memory for each costs more than copying it. What is free between the small
     * ones is given back by {@link #GIVE_BACK}.
     */
    private static final Map<String, String> NATIVE_MEMORY = Map.of(
            "MALLOC_ARENA_MAX", "2",
            "MALLOC_MMAP_THRESHOLD_", Integer.toString(1 << 20),
            "MALLOC_TRIM_THRESHOLD_", Integer.toString(8 << 20));

    /**
     * What Java itself takes. Little of it runs often enough for the second compiler to earn back the time and the memory
     * that it takes, and a heap that is shrunk to what is in use costs a little more collecting.
     */
    private static final List<String> SMALL = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:-ShrinkHeapInSteps");

    /** Each half minute. Java 17.0.9 and later know it, others do not mind. */
    private static final List<String> GIVE_BACK =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=30000");

    private final Path data;
    private final String classPath;
    private final Map<String, String> settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER)
            .build();

    /**
     * @param data the data folder, absolute
     * @param classPath of the engine
     * @param settings further system properties, such as {@code courtside.max-viewers}
     */
    public EngineProcess(Path data, String classPath, Map<String, String> settings) {
        if (!data.isAbsolute()) throw new IllegalArgumentException("the data folder must be absolute");
        this.data = data;
        this.classPath = classPath;
        this.settings = Map.copyOf(settings);
    }

    /** From {@code courtside.data} and {@code courtside.home}, the folder that holds {@code engine/*.jar}. */
    public static EngineProcess fromSystemProperties(Map<String, String> settings) {
        Path home = Path.of(property("courtside.home"));
        return new EngineProcess(
                Path.of(property("courtside.data")), home.resolve("engine") + File.separator + "*", settings);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank())
            throw new IllegalStateException("system property " + name + " is missing");
        return value;
    }

    /**
     * The running engine, or a new one; waits until it answers. One that is there but hangs is ended first: until then it
     * holds the folder, and nobody records.
     *
     * @throws EngineException with a sentence that says why there is none
     */
    public synchronized EngineClient connect() {
        Optional<HttpEngineClient> running = answering();
        if (running.isPresent()) return running.get();
        if (Files.exists(stopNotice(data))) throw new EngineException("Courtside is being stopped", null);
        endHung();
        running = answering();
        return running.isPresent() ? running.get() : start();
    }

    /**
     * Ends an engine that is there and does not answer. It is asked once more: a machine may be busy for a few seconds, and
     * the end of an engine costs a second of picture.
     */
    public synchronized void endHung() {
        Optional<ProcessHandle> process = RunningEngine.read(data).flatMap(this::process);
        if (process.isPresent() && answering().isEmpty()) end(process.get());
    }

    /** The process that wrote the file, and not one that got its number later. */
    private Optional<ProcessHandle> process(RunningEngine engine) {
        return ProcessHandle.of(engine.pid()).filter(ProcessHandle::isAlive).filter(this::isOlderThanItsFile);
    }

    private boolean isOlderThanItsFile(ProcessHandle process) {
        try {
            Instant written =
                    Files.getLastModifiedTime(RunningEngine.file(data)).toInstant();
            return process.info()
                    .startInstant()
                    .filter(start -> !start.isAfter(written.plusSeconds(1)))
                    .isPresent();
        } catch (IOException gone) {
            return false;
        }
    }

    private static void end(ProcessHandle hung) {
        LOG.log(System.Logger.Level.WARNING, "the engine, process {0}, hangs and is ended", String.valueOf(hung.pid()));
        hung.destroyForcibly();
        hung.onExit()
                .completeOnTimeout(hung, ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** While this file is there, no engine is started: an orderly stop has ended the last one. */
    public static Path stopNotice(Path data) {
        return data.resolve("run").resolve("stopping");
    }

    /** The running engine, if one answers; none is started. */
    public Optional<EngineClient> running() {
        return answering().map(client -> client);
    }

    private Optional<HttpEngineClient> answering() {
        return RunningEngine.read(data)
                .map(engine -> new HttpEngineClient(http, engine))
                .filter(EngineProcess::answers);
    }

    private static boolean answers(HttpEngineClient client) {
        try {
            client.status(ANSWER);
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    private EngineClient start() {
        Process process = launch();
        try {
            long end = System.nanoTime() + START.toNanos();
            while (end - System.nanoTime() > 0) {
                TimeUnit.MILLISECONDS.sleep(50);
                boolean failed = !process.isAlive() && process.exitValue() != RunningEngine.ALREADY_RUNNING;
                Optional<HttpEngineClient> client = answering();
                if (client.isPresent()) return client.get();
                if (failed) throw failure("the engine ended at once with code " + process.exitValue());
                // The other one may be about to end.
                if (!process.isAlive() && !Files.exists(stopNotice(data))) process = launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while the engine starts", e);
        }
        if (!process.isAlive()) throw failure("an engine works on " + data + " but does not answer");
        process.destroyForcibly();
        throw failure("the engine did not answer within " + START.toSeconds() + " s");
    }

    private EngineException failure(String what) {
        return new EngineException(what + "; see " + log(), null);
    }

    private Process launch() {
        try {
            Files.createDirectories(log().getParent());
            var builder = new ProcessBuilder(command())
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            builder.environment().putAll(NATIVE_MEMORY);
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new EngineException("the engine could not be started: " + e.getMessage(), e);
        }
    }

    private Path log() {
        return data.resolve("logs").resolve("engine.log");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms16m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + data.resolve("logs").resolve("engine-crash-%p.log"),
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + data.resolve("cache").resolve("javacpp"),
                "-Dcourtside.data=" + data));
        command.addAll(SMALL);
        command.addAll(GIVE_BACK);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath, MAIN));
        return command;
    }
}
