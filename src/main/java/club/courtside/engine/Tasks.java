package club.courtside.engine;

import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TaskStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Tasks in the order in which they came, a few at a time. Nothing is kept across restarts: who ordered them orders them
 * again.
 */
final class Tasks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Tasks.class.getName());

    private final TaskCommand command;
    private final TaskLimits limits;
    private final Map<String, EngineTask> tasks = new LinkedHashMap<>();
    private final BlockingQueue<EngineTask> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();
    private boolean paused;
    private boolean closed;

    Tasks(TaskCommand command, int atOnce, TaskLimits limits) {
        this.command = command;
        this.limits = limits;
        for (int i = 0; i < atOnce; i++) {
            var worker = new Thread(this::work, "tasks-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    private void work() {
        try {
            while (true) {
                EngineTask task = waiting.take();
                awaitTurn();
                try {
                    task.run(command, limits);
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "a task failed", e);
                }
            }
        } catch (InterruptedException e) {
            // The engine ends.
        }
    }

    private synchronized void awaitTurn() throws InterruptedException {
        while (paused) wait();
    }

    /** The same id again answers the task as it stands. */
    synchronized TaskStatus put(String id, TaskSpec spec) {
        EngineTask known = tasks.get(id);
        if (known != null) {
            if (!known.spec().equals(spec)) throw Problem.conflict("task " + id + " is another one");
            return known.status();
        }
        if (closed) throw Problem.shuttingDown();
        for (String output : spec.outputs())
            if (isWriting(Path.of(output))) throw Problem.conflict("another task writes to " + output);
        EngineTask task = new EngineTask(id, spec);
        tasks.put(id, task);
        waiting.add(task);
        return task.status();
    }

    private boolean isWriting(Path file) {
        return tasks.values().stream()
                .filter(task -> !task.hasEnded())
                .flatMap(task -> task.spec().outputs().stream())
                .anyMatch(output -> Path.of(output).normalize().equals(file.normalize()));
    }

    synchronized TaskStatus get(String id) {
        EngineTask task = tasks.get(id);
        if (task == null) throw Problem.unknown("task " + id);
        return task.status();
    }

    synchronized boolean knows(String id) {
        return tasks.containsKey(id);
    }

    synchronized List<TaskStatus> all() {
        return tasks.values().stream().map(EngineTask::status).toList();
    }

    /** Ends it if it runs, deletes what it has half written, and forgets it. */
    void delete(String id) {
        EngineTask task;
        synchronized (this) {
            task = tasks.get(id);
            if (task == null) return;
            waiting.remove(task);
        }
        task.cancel();
        synchronized (this) {
            tasks.remove(id, task);
        }
    }

    /** While the machine is needed for something else: what runs stands still, and nothing begins. */
    void pause(boolean wanted) {
        synchronized (this) {
            paused = wanted;
            notifyAll();
        }
        copy().forEach(task -> task.pause(wanted));
    }

    /** To be called about every second. */
    void watch() {
        copy().forEach(EngineTask::watch);
    }

    private synchronized List<EngineTask> copy() {
        return List.copyOf(tasks.values());
    }

    synchronized boolean areOver() {
        return tasks.values().stream().allMatch(EngineTask::hasEnded);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        copy().stream().filter(task -> !task.hasEnded()).forEach(EngineTask::cancel);
        workers.forEach(Thread::interrupt);
    }
}
