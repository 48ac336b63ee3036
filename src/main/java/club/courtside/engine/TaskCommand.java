package club.courtside.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts {@link TaskTool} in a process of its own, behind everything else that wants the processor or the disk. */
final class TaskCommand {

    private final Path cache;
    private final Path temporary;

    /**
     * @param cache where FFmpeg's libraries are unpacked
     * @param temporary where each process gets a folder of its own; what others have left there is deleted
     */
    TaskCommand(Path cache, Path temporary) throws IOException {
        this.cache = cache;
        this.temporary = Files.createDirectories(temporary);
        try (Stream<Path> left = Files.list(temporary)) {
            left.forEach(TaskCommand::delete);
        }
    }

    /** To be deleted when the process that is started with it has ended. */
    Path folder() throws IOException {
        return Files.createTempDirectory(temporary, "task");
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // The next engine will.
        }
    }

    /** @param folder for what libraries unpack */
    Process start(Path folder) throws IOException {
        ProcessBuilder task = new ProcessBuilder(command(folder)).redirectError(ProcessBuilder.Redirect.DISCARD);
        // ONNX Runtime would tell its maker of each use, and write to the home folder and to /tmp.
        task.environment().put("ORT_DISABLE_TELEMETRY", "1");
        return task.start();
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        found("nice").ifPresent(nice -> command.addAll(List.of(nice, "-n", "10")));
        // -t: a machine that does not let it choose is no reason to fail.
        found("ionice").ifPresent(ionice -> command.addAll(List.of(ionice, "-t", "-c", "3")));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // ONNX Runtime 1.29 searches texts by recursion when it starts: a megabyte is not enough for it.
                "-Xss64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
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
