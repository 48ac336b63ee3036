package club.courtside.engine;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One task, from its order to its end. */
final class EngineTask {

    private static final System.Logger LOG = System.getLogger(EngineTask.class.getName());
    private static final long ENDING_SECONDS = 10;

    private final String id;
    private final TaskSpec spec;
    private final CountDownLatch over = new CountDownLatch(1);
    private TaskProcess process;
    private TaskState state = TaskState.WAITING;
    private double progress;
    private Reason reason;
    private TaskResult result;
    private boolean cancelled;

    EngineTask(String id, TaskSpec spec) {
        this.id = id;
        this.spec = spec;
    }

    TaskSpec spec() {
        return spec;
    }

    synchronized TaskStatus status() {
        return new TaskStatus(id, state, progress, reason, result);
    }

    synchronized boolean hasEnded() {
        return state.hasEnded();
    }

    /** Returns when its process has ended and nothing half-written is left. */
    void run(TaskCommand command, TaskLimits limits) {
        TaskLine last = TaskLine.failed(new Reason("cancelled", "it was cancelled"));
        try {
            if (begin(command, limits)) last = follow();
        } catch (IOException e) {
            last = TaskLine.failed(new Reason("internal", "it could not be started: " + e.getMessage()));
        } finally {
            HalfWritten.delete(spec);
            settle(last);
            over.countDown();
        }
        LOG.log(System.Logger.Level.INFO, "task {0} has ended: {1}", id, status());
    }

    private synchronized boolean begin(TaskCommand command, TaskLimits limits) throws IOException {
        if (cancelled) return false;
        process = new TaskProcess(command, spec, limits);
        state = TaskState.RUNNING;
        LOG.log(System.Logger.Level.INFO, "task {0} has begun: {1}", id, spec);
        return true;
    }

    /** @return its last word */
    private TaskLine follow() {
        TaskLine last = null;
        try (BufferedReader lines = process.lines(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && last == null; line = lines.readLine()) {
                TaskLine heard = EngineJson.MAPPER.readValue(line, TaskLine.class);
                hear(heard);
                if (heard.isLast()) last = heard;
            }
        } catch (IOException torn) {
            LOG.log(System.Logger.Level.DEBUG, "task {0}: {1}", id, torn.getMessage());
        }
        Reason why = process.end();
        return last != null ? last : TaskLine.failed(why);
    }

    private synchronized void hear(TaskLine line) {
        process.heard(line);
        if (line.progress() != null) progress = Math.max(progress, Math.min(1, line.progress()));
    }

    private synchronized void settle(TaskLine last) {
        result = last.result();
        reason = last.skipped() != null ? last.skipped() : last.failed();
        if (result != null) progress = 1;
        state = result != null ? TaskState.DONE : last.skipped() != null ? TaskState.SKIPPED : TaskState.FAILED;
    }

    synchronized void pause(boolean wanted) {
        if (state != TaskState.RUNNING && state != TaskState.PAUSED) return;
        if (wanted == (state == TaskState.PAUSED)) return;
        state = wanted ? TaskState.PAUSED : TaskState.RUNNING;
        process.pause(wanted);
        LOG.log(System.Logger.Level.INFO, "task {0} {1}", id, wanted ? "stands still" : "goes on");
    }

    /** To be called about every second: ends a process that hangs or takes too much. */
    void watch() {
        TaskProcess running;
        synchronized (this) {
            if (process == null || state.hasEnded()) return;
            running = process;
        }
        running.watch();
    }

    /** Ends it if it runs, and waits until nothing half-written is left. */
    void cancel() {
        synchronized (this) {
            cancelled = true;
            if (process == null) return;
            process.kill(new Reason("cancelled", "it was cancelled"));
        }
        try {
            over.await(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
