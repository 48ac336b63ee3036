package club.courtside.cli;

import club.courtside.engine.client.EngineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts everything, starts again what dies, and stops everything. */
final class Launcher {

    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int TRIES = 3;
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    private final Installation installation;
    private final Logs logs;
    private boolean stopped;
    private volatile boolean stopping;
    private RunFile runFile;
    private WebApplication application;
    private DemoCamerasProcess demo;

    Launcher(Installation installation) {
        this.installation = installation;
        this.logs = new Logs(installation.data().resolve("logs"));
    }

    int run() throws IOException, InterruptedException {
        installation.settings().rtspPort();
        installation.prepare();
        runFile = RunFile.claim(installation);
        logs.tidy(Instant.now());
        stopWhatWasLeftBehind();
        application = new WebApplication(installation);
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "stop"));
        try {
            if (installation.settings().demo()) startDemo();
            startApplication();
            if (!stopping) Welcome.print(System.out, application.pages(), installation);
            supervise();
        } finally {
            stop();
        }
        return 0;
    }

    private void stopWhatWasLeftBehind() throws IOException {
        Optional<RunFile.Running> before = RunFile.read(installation);
        if (before.isPresent()) new Shutdown(installation, System.out).serverLeftBehind(before.get());
        Files.deleteIfExists(EngineProcess.stopNotice(installation.data()));
        Files.deleteIfExists(installation.run("stop"));
        new Shutdown(installation, System.out).retireIdleEngine();
    }

    private void startDemo() throws InterruptedException {
        long now = System.currentTimeMillis() / 1000 * 1000;
        demo = new DemoCamerasProcess(installation);
        unlessStopped(demo::start);
        if (!stopping) demo.awaitReady(now);
    }

    /** Nothing is started once the end has begun: nobody would stop it any more. */
    private synchronized void unlessStopped(Runnable start) {
        if (!stopping) start.run();
    }

    /** Payara Micro itself sometimes fails to boot (a race inside its HK2); the next try succeeds. */
    private void startApplication() throws InterruptedException {
        for (int left = TRIES; left > 0; left--) {
            unlessStopped(() -> {
                application.start();
                runFile.write(application);
            });
            if (stopping || application.awaitReady() || stopping) return;
        }
        throw application.failed("ended each time it was started");
    }

    private void supervise() throws InterruptedException {
        RestartPauses pauses = new RestartPauses(Clock.systemUTC());
        Instant tidy = Instant.now();
        while (!stopping && !Files.exists(installation.run("stop"))) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            if (Instant.now().isAfter(tidy.plus(TIDY_EVERY))) {
                tidy = Instant.now();
                logs.tidy(tidy);
            }
            if (demo != null && !demo.isAlive()) unlessStopped(demo::start);
            if (application.isAlive() || stopping) continue;
            System.out.println(
                    "The web application ended unexpectedly; starting it again. Recordings go on meanwhile.");
            Thread.sleep(pauses.next().toMillis());
            if (!stopping) restartApplication();
        }
    }

    private void restartApplication() throws InterruptedException {
        try {
            startApplication();
            if (!stopping) System.out.println("The web application is back at " + application.pages() + ".");
        } catch (CannotRun e) {
            System.out.println(e.getMessage());
            application.stop();
        }
    }

    /** Ctrl-C or a signal: the main thread may be anywhere, so the end is made here. */
    private void interrupted() {
        stopping = true;
        try {
            stop();
        } catch (IOException | RuntimeException e) {
            System.err.println("courtside: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stop() throws IOException, InterruptedException {
        stopping = true;
        if (stopped) return;
        stopped = true;
        try {
            if (!StopOrder.keepsRecording(installation)) new Shutdown(installation, System.out).finishRecordings();
        } finally {
            application.stop();
            if (demo != null) demo.stop();
            Files.deleteIfExists(EngineProcess.stopNotice(installation.data()));
            Files.deleteIfExists(installation.run("stop"));
            runFile.close();
        }
    }
}
