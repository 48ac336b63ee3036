package club.courtside.cli;

import club.courtside.engine.client.EngineClient;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./courtside doctor --videos}: where the catalogue and the files differ. While Courtside runs the web application
 * is asked; otherwise a program of its own reads the database, so that this one needs no driver.
 */
final class VideoDoctor {

    private final Installation installation;
    private final LocalCalls local;
    private final PrintStream out;

    VideoDoctor(Installation installation, LocalCalls local, PrintStream out) {
        this.installation = installation;
        this.local = local;
        this.out = out;
    }

    /**
     * @param checking read every file and compare its SHA-256 with the certified one
     * @return 0 when all agree
     */
    int run(boolean checking) throws IOException, InterruptedException {
        boolean serves = local.serves();
        List<String> found = serves ? local.lines("videos") : program("", "videos", beingWritten());
        List<String> differences = new ArrayList<>(found.subList(1, found.size()));
        if (checking)
            differences.addAll(verified(serves ? local.lines("checksums") : program("", "checksums", List.of())));
        differences.forEach(out::println);
        out.println("Videos in the catalogue: " + found.get(0) + ". "
                + (differences.isEmpty() ? "Catalogue and disk agree." : "Differences: " + differences.size() + "."));
        return differences.isEmpty() ? 0 : 1;
    }

    private List<String> verified(List<String> checksums) throws IOException, InterruptedException {
        out.println("Reading " + checksums.size() + " files; with many hours of video this takes a while.");
        return program(String.join("\n", checksums), "verify", List.of());
    }

    /** An engine may be recording although its web application was killed. */
    private List<String> beingWritten() {
        return installation.engine().running().map(EngineClient::status).stream()
                .flatMap(status -> status.recordings().stream())
                .filter(recording -> !recording.state().hasEnded())
                .map(recording -> installation
                        .data()
                        .relativize(Path.of(recording.file()))
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }

    private List<String> program(String input, String what, List<String> more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Dcourtside.data=" + installation.data(),
                "-cp",
                installation.home().resolve("catalogue") + File.separator + "*",
                "club.courtside.library.inventory.CatalogueProgram",
                what,
                installation.data().toString()));
        arguments.addAll(more);
        ShortProcess program = ShortProcess.java(arguments, input);
        if (program.exitCode() != 0) throw new CannotRun(program.lastLine());
        return program.output();
    }
}
