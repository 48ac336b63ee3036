package club.courtside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process that the launcher started. */
final class ChildProcess {

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** @param command the JVM's arguments; the JVM is the one that runs the launcher */
    static ChildProcess start(List<String> command, Map<String, String> environment, Path log) {
        List<String> whole = new ArrayList<>(ignoringInterrupts());
        whole.add(ProcessHandle.current().info().command().orElse("java"));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new CannotRun("A process could not be started: " + e.getMessage());
        }
    }

    /**
     * Ctrl-C in a terminal reaches every process of the group. Only the launcher shall act on it, so that recordings
     * are finished before anything else stops; a JVM leaves an ignored signal alone.
     */
    private static List<String> ignoringInterrupts() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return windows ? List.of() : List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "courtside");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to end, waits, and insists. */
    void stop(long seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor(seconds, TimeUnit.SECONDS);
        }
    }
}
