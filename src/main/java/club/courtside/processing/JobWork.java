package club.courtside.processing;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.queue.QueuedWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Has the engine do a job, and follows it to its end. The engine knows the job by the same id: whoever comes back to it
 * after a crash finds it running, or done.
 */
@ApplicationScoped
public class JobWork implements QueuedWork {

    static final String NAME = "job";

    private static final int MOST_WORKERS = 8;
    private static final int UNKNOWN = 404;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration ENGINE_AWAY = Duration.ofSeconds(5);
    private static final Duration HINDERED = Duration.ofSeconds(10);

    private final JobLedger ledger;
    private final JobTasks tasks;
    private final Compaction compaction;
    private final CameraEngine engine;
    private final Clock clock;

    @Inject
    public JobWork(JobLedger ledger, JobTasks tasks, Compaction compaction, CameraEngine engine, Clock clock) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.compaction = compaction;
        this.engine = engine;
        this.clock = clock;
    }

    protected JobWork() {
        this(null, null, null, null, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** No more than there are cores: that much the engine does at a time. */
    @Override
    public int workers() {
        return Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Optional<Instant> perform(UUID id, Stopping stopping) {
        Optional<Reason> hindrance = compaction.hindrance(id);
        if (hindrance.isPresent()) return later(id, hindrance.get());
        Optional<Job> job = ledger.begin(id);
        if (job.isEmpty()) {
            forget(id);
            return Optional.empty();
        }
        try {
            return isNeeded(job.get()) ? follow(job.get(), stopping) : Optional.empty();
        } catch (EngineException e) {
            if (!e.isUnavailable()) return ledger.failed(id, e.reason());
            ledger.returned(id, e.reason());
            return Optional.of(clock.instant().plus(ENGINE_AWAY));
        } catch (IOException e) {
            return ledger.failed(id, new Reason("internal", "the file of the video cannot be read: " + e.getMessage()));
        }
    }

    private Optional<Instant> later(UUID id, Reason why) {
        ledger.returned(id, why);
        return Optional.of(clock.instant().plus(HINDERED));
    }

    /** What replaces a file may have done so already, or may not do so. */
    private boolean isNeeded(Job job) throws IOException {
        if (job.kind() != JobKind.COMPACT) return true;
        if (compaction.isDone(job, engine.client())) {
            ledger.done(job.id(), null);
            forget(job.id());
            return false;
        }
        Optional<Reason> refusal = compaction.refusal(job);
        refusal.ifPresent(why -> ledger.skipped(job.id(), why));
        return refusal.isEmpty();
    }

    private Optional<Instant> follow(Job job, Stopping stopping) {
        String name = job.id().toString();
        EngineClient client = engine.client();
        TaskStatus status = client.putTask(name, tasks.of(job));
        while (!status.state().hasEnded()) {
            if (stopping.isAsked()) {
                ledger.returned(job.id(), null);
                return Optional.of(clock.instant());
            }
            if (!ledger.progressed(job.id(), status.progress())) {
                client.deleteTask(name);
                compaction.discard(job);
                return Optional.empty();
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            status = look(client, name, job);
        }
        Optional<Reason> hindrance = compaction.hindrance(job.id());
        if (hindrance.isPresent()) return later(job.id(), hindrance.get());
        Optional<Instant> next = end(job, status);
        client.deleteTask(name);
        return next;
    }

    /** An engine that was started anew knows nothing of it, and begins again. */
    private TaskStatus look(EngineClient client, String name, Job job) {
        try {
            return client.task(name);
        } catch (EngineException e) {
            if (e.status() != UNKNOWN) throw e;
            return client.putTask(name, tasks.of(job));
        }
    }

    private Optional<Instant> end(Job job, TaskStatus status) {
        UUID id = job.id();
        switch (status.state()) {
            case DONE -> {
                if (job.kind() == JobKind.COMPACT) return compacted(job, status.result());
                ledger.done(id, status.result());
            }
            case SKIPPED -> ledger.skipped(id, status.reason());
            default -> {
                Reason why = status.reason();
                return ledger.failed(id, why == null ? new Reason("internal", "the engine gave no reason") : why);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> compacted(Job job, TaskResult copy) {
        if (!ledger.progressed(job.id(), 1)) {
            compaction.discard(job);
            return Optional.empty();
        }
        Optional<Reason> rejection = compaction.rejection(job, copy);
        if (rejection.isPresent()) {
            ledger.skipped(job.id(), rejection.get());
            return Optional.empty();
        }
        try {
            compaction.replace(job, copy);
        } catch (IOException e) {
            return ledger.failed(
                    job.id(), new Reason("not_replaced", "the copy cannot take its place: " + e.getMessage()));
        }
        ledger.done(job.id(), copy);
        return Optional.empty();
    }

    /** What was cancelled while nobody was at it may still run in the engine. */
    private void forget(UUID id) {
        engine.connected().ifPresent(client -> {
            try {
                client.deleteTask(id.toString());
            } catch (EngineException e) {
                // It forgets by itself when it ends.
            }
        });
    }
}
