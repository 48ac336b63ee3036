package club.courtside.cli;

import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;

/**
 * The orderly end: recordings are finished while the web application still listens, so that it knows them completed;
 * then the server, last whatever is left.
 */
final class Shutdown {

    private final Installation installation;
    private final PrintStream out;

    Shutdown(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    void finishRecordings() throws IOException {
        Files.write(EngineProcess.stopNotice(installation.data()), new byte[0]);
        installation.engine().running().ifPresent(engine -> {
            long recording = recording(engine);
            if (recording > 0)
                out.println("Finishing " + recording + (recording == 1 ? " recording." : " recordings."));
            engine.shutdown();
        });
    }

    /** An engine from before may be of an older build; one that records goes on. */
    void retireIdleEngine() {
        installation.engine().running().filter(engine -> recording(engine) == 0).ifPresent(EngineClient::shutdown);
    }

    private static long recording(EngineClient engine) {
        return engine.status().recordings().stream()
                .filter(r -> !r.state().hasEnded())
                .count();
    }

    /** Ends the server that a killed launcher left; its engine goes on recording. */
    void serverLeftBehind(RunFile.Running running) throws IOException {
        ProcessHandle.of(running.server())
                .filter(handle -> handle.info().commandLine().map(this::isOurs).orElse(false))
                .ifPresent(handle -> {
                    handle.destroy();
                    handle.onExit().join();
                });
        Files.deleteIfExists(installation.run("courtside.properties"));
        Files.deleteIfExists(EngineProcess.stopNotice(installation.data()));
    }

    private boolean isOurs(String commandLine) {
        return commandLine.contains("payara-micro")
                && commandLine.contains(installation.data().toString());
    }
}
