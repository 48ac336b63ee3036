package club.courtside.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts {@link TaskTool} in a process of its own, behind everything else that wants the processor or the disk. */
final class TaskCommand {

    private final Path cache;

    /** @param cache where FFmpeg's libraries are unpacked */
    TaskCommand(Path cache) {
        this.cache = cache;
    }

    Process start() throws IOException {
        return new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        found("nice").ifPresent(nice -> command.addAll(List.of(nice, "-n", "10")));
        // -t: a machine that does not let it choose is no reason to fail.
        found("ionice").ifPresent(ionice -> command.addAll(List.of(ionice, "-t", "-c", "3")));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                TaskTool.class.getName()));
        return command;
    }

    private static Optional<String> found(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
