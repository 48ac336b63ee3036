package club.courtside.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Courtside that runs on a data folder, seen from another process. */
final class RunningInstance {

    private static final int PATIENCE_SECONDS = 60;
    private final Installation installation;

    RunningInstance(Installation installation) {
        this.installation = installation;
    }

    int status(List<String> options, PrintStream out) {
        boolean json =
                Words.of("status", options, Set.of("--json"), Set.of(), 0).has("--json");
        Optional<RunFile.Running> running = RunFile.read(installation).filter(RunFile.Running::launcherIsAlive);
        if (json) out.println(asJson(running));
        else
            out.println(running.map(r -> "Courtside runs at " + r.pages() + " (data in " + installation.data() + ").")
                    .orElse("Courtside does not run on the data folder " + installation.data() + "."));
        return running.isPresent() ? 0 : 3;
    }

    private JsonLine asJson(Optional<RunFile.Running> running) {
        JsonLine line = new JsonLine()
                .with("running", running.isPresent())
                .with("data", installation.data().toString());
        running.ifPresent(r -> line.with("address", r.pages()).with("launcher_pid", r.launcher()));
        return line;
    }

    /** Asks the launcher through a file, because not every system has signals, and waits until it is gone. */
    int stop(List<String> options, PrintStream out) throws IOException, InterruptedException {
        boolean keep = Words.of("stop", options, Set.of("--keep-recording"), Set.of(), 0)
                .has("--keep-recording");
        Optional<RunFile.Running> running = RunFile.read(installation);
        if (running.isEmpty()) {
            out.println("Courtside does not run on the data folder " + installation.data() + ".");
            return 0;
        }
        if (running.get().launcherIsAlive()) {
            out.println(
                    keep
                            ? "Stopping; running recordings go on without it."
                            : "Stopping; running recordings are finished first.");
            StopOrder.give(installation, keep);
            await(running.get().launcher());
        } else {
            Shutdown shutdown = new Shutdown(installation, out);
            if (!keep) shutdown.finishRecordings();
            shutdown.serverLeftBehind(running.get());
        }
        out.println("Courtside has stopped.");
        return 0;
    }

    private void await(long pid) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            if (System.nanoTime() > deadline)
                throw new CannotRun(
                        "Courtside (process " + pid + ") has not stopped within " + PATIENCE_SECONDS + " s.");
            Thread.sleep(100);
        }
    }
}
