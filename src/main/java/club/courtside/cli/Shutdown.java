package club.courtside.cli;

import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.engine.client.EngineProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The orderly end: recordings are finished while the web application still listens, so that it knows them completed;
 * then the server, last whatever is left.
 */
final class Shutdown {

    private static final int FINISHING_SECONDS = 30;
    private static final int SERVER_SECONDS = 20;

    private final Installation installation;
    private final PrintStream out;

    Shutdown(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    /** Returns when the engine is gone. */
    void finishRecordings() throws IOException {
        Files.write(EngineProcess.stopNotice(installation.data()), new byte[0]);
        try {
            Optional<EngineClient> running = installation.engine().running();
            if (running.isPresent()) finish(running.get());
            else installation.engine().endHung();
        } catch (EngineException e) {
            out.println("The recorder does not answer: " + e.getMessage() + ".");
        }
    }

    private void finish(EngineClient engine) {
        EngineStatus status = engine.status();
        long recording = recording(status);
        if (recording > 0) out.println("Finishing " + recording + (recording == 1 ? " recording." : " recordings."));
        engine.shutdown();
        ProcessHandle.of(status.pid()).ifPresent(process -> ends(process, FINISHING_SECONDS));
    }

    private static boolean ends(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
        return !process.isAlive();
    }

    /** An engine from before may be of an older build; one that records goes on. */
    void retireIdleEngine() {
        installation
                .engine()
                .running()
                .filter(engine -> recording(engine.status()) == 0)
                .ifPresent(EngineClient::shutdown);
    }

    private static long recording(EngineStatus status) {
        return status.recordings().stream().filter(r -> !r.state().hasEnded()).count();
    }

    /** Ends the server that a killed launcher left; its engine goes on recording. */
    void serverLeftBehind(RunFile.Running running) throws IOException {
        ProcessHandle.of(running.server())
                .filter(handle -> handle.info().commandLine().map(this::isOurs).orElse(false))
                .ifPresent(handle -> {
                    handle.destroy();
                    if (!ends(handle, SERVER_SECONDS)) handle.destroyForcibly();
                });
        Files.deleteIfExists(installation.run("courtside.properties"));
        Files.deleteIfExists(EngineProcess.stopNotice(installation.data()));
    }

    private boolean isOurs(String commandLine) {
        return commandLine.contains("payara-micro")
                && commandLine.contains(installation.data().toString());
    }
}
