package club.courtside.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Java program that was run to its end. */
record ShortProcess(int exitCode, List<String> output) {

    /**
     * @param arguments of the JVM, which is the one that runs us
     * @param input what the program reads
     */
    static ShortProcess java(List<String> arguments, String input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ShortProcess(process.waitFor(), said.lines().toList());
    }

    String lastLine() {
        return output.isEmpty() ? "no reason was given" : output.get(output.size() - 1);
    }
}
