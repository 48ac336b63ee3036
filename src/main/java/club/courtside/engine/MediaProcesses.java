package club.courtside.engine;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs {@link MediaTool} in processes of its own, two at a time: a file that crashes or hangs it costs one call. */
final class MediaProcesses {

    private static final int AT_ONCE = 2;
    /** As Linux and macOS tell of SIGKILL: somebody has ended it, or the system was out of memory. */
    private static final int KILLED = 137;

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path cache;
    private final Duration limit;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @param cache where FFmpeg's libraries are unpacked */
    MediaProcesses(Path cache, Duration limit) {
        this.cache = cache;
        this.limit = limit;
    }

    /** @param type what the tool prints, {@link Void} for nothing */
    <T> T run(Class<T> type, String... arguments) throws IOException, InterruptedException {
        return run(limit, type, arguments);
    }

    <T> T run(Duration limit, Class<T> type, String... arguments) throws IOException, InterruptedException {
        return run(command(limit, arguments), limit, type);
    }

    /** What can wait: it gets what processor time the others leave, where the system has a {@code nice}. */
    void runQuietly(Duration limit, String... arguments) throws IOException, InterruptedException {
        List<String> command = command(limit, arguments);
        if (Files.isExecutable(NICE)) command.addAll(0, List.of(NICE.toString(), "-n", "19"));
        run(command, limit, Void.class);
    }

    private <T> T run(List<String> command, Duration limit, Class<T> type) throws IOException, InterruptedException {
        if (!free.tryAcquire(2 * limit.toSeconds(), TimeUnit.SECONDS))
            throw Problem.busy("too many files are being looked at");
        try {
            Process process = ended(command, limit);
            // Not the file's fault, unless it happens again.
            if (process.exitValue() == KILLED) process = ended(command, limit);
            return resultOf(process, type);
        } finally {
            free.release();
        }
    }

    private static Process ended(List<String> command, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = false;
        try {
            // What it prints is far smaller than a pipe holds, so it can be read afterwards.
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) process.destroyForcibly();
        }
        if (!ended) throw Problem.unusable(new Reason("timeout", "the file could not be read in time"));
        return process;
    }

    private List<String> command(Duration limit, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                MediaTool.class.getName(),
                Long.toString(limit.toSeconds())));
        command.addAll(List.of(arguments));
        return command;
    }

    private static <T> T resultOf(Process process, Class<T> type) throws IOException {
        byte[] printed = process.getInputStream().readAllBytes();
        if (process.exitValue() == MediaTool.UNUSABLE)
            throw Problem.unusable(EngineJson.MAPPER.readValue(printed, Reason.class));
        if (process.exitValue() != 0) throw Problem.unusable(new Reason("internal", "the file could not be read"));
        return type == Void.class ? null : EngineJson.MAPPER.readValue(printed, type);
    }
}
