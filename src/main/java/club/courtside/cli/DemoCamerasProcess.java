package club.courtside.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The cameras of the demo club, as a process beside the web application. */
final class DemoCamerasProcess {

    private static final int PATIENCE_SECONDS = 20;
    private final Installation installation;
    private ChildProcess process;

    DemoCamerasProcess(Installation installation) {
        this.installation = installation;
    }

    void start() {
        process = ChildProcess.start(
                List.of(
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Dcourtside.data=" + installation.data(),
                        "-cp",
                        installation.engineClassPath(),
                        "club.courtside.demo.DemoCameras"),
                Map.of("MALLOC_ARENA_MAX", "2"),
                installation.log("demo.log"));
    }

    /** Returns when the cameras have written where they are. */
    void awaitReady(long startedMillis) throws InterruptedException {
        Path addresses = installation.run("demo.json");
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!Files.exists(addresses) || addresses.toFile().lastModified() < startedMillis) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new CannotRun(
                        "The demo cameras did not start. The reason stands in " + installation.log("demo.log") + ".");
            Thread.sleep(50);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    void stop() throws InterruptedException {
        if (isAlive()) process.stop(5);
    }
}
