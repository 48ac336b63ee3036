package club.courtside.engine;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The process of one task: what is said to it, and what it may take. */
final class TaskProcess {

    private static final int OUT_OF_MEMORY = 3;

    /** SIGABRT, SIGFPE, SIGSEGV, SIGBUS, SIGILL: what native code ends with when it meets what it cannot cope with. */
    private static final Set<Integer> ABORTED = Set.of(134, 136, 139, 135, 132);

    private static final long ENDING_SECONDS = 5;

    private final Process process;
    private final Path folder;
    private final TaskLimits limits;
    private Reason crash;
    private final long began = System.nanoTime();
    private long heardAt = began;
    private long quiet;
    private boolean paused;
    private Reason killed;

    TaskProcess(TaskCommand command, TaskSpec spec, TaskLimits limits) throws IOException {
        this.folder = command.folder();
        this.process = command.start(folder);
        this.limits = limits;
        try {
            say(EngineJson.MAPPER.writeValueAsString(spec));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void say(String line) throws IOException {
        OutputStream to = process.getOutputStream();
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    BufferedReader lines(Charset charset) {
        return process.inputReader(charset);
    }

    synchronized void heard(TaskLine line) {
        heardAt = System.nanoTime();
        if (line.crash() != null) crash = line.crash();
        quiet = line.quiet() == null ? 0 : TimeUnit.SECONDS.toNanos(line.quiet());
    }

    synchronized void pause(boolean wanted) {
        paused = wanted;
        heardAt = System.nanoTime();
        try {
            say(wanted ? TaskTool.PAUSE : TaskTool.GO);
        } catch (IOException e) {
            // It has ended; its last word says why.
        }
    }

    synchronized void watch() {
        long now = System.nanoTime();
        if (now - began > limits.all().toNanos())
            kill(new Reason("timeout", "it took longer than " + limits.all().toMinutes() + " minutes"));
        else if (!paused && now - heardAt > Math.max(limits.silence().toNanos(), quiet))
            kill(new Reason("stalled", "nothing was heard of it for " + (now - heardAt) / 1_000_000_000 + " s"));
        else if (memory() > limits.memory())
            kill(new Reason("out_of_memory", "it took more than " + (limits.memory() >> 20) + " MB of memory"));
    }

    /** Resident; 0 where the system does not tell. */
    private long memory() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException otherSystem) {
            return 0;
        }
    }

    synchronized void kill(Reason why) {
        if (killed == null) killed = why;
        process.destroyForcibly();
    }

    /**
     * Waits until it is gone.
     *
     * @return why, for when it has not said so itself
     */
    Reason end() {
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
            int code = process.waitFor();
            synchronized (this) {
                if (killed != null) return killed;
                if (crash != null && ABORTED.contains(code)) return crash;
            }
            return code == OUT_OF_MEMORY
                    ? new Reason("out_of_memory", "it needs more memory than it may take")
                    : new Reason("crashed", "its process ended with code " + code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return new Reason("internal", "interrupted");
        } finally {
            TaskCommand.delete(folder);
        }
    }
}
