package club.courtside.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where it was measured; nothing that names the machine.
 *
 * @param programs with their versions
 */
record Machine(int cores, String processor, long memory, String kernel, List<String> programs) {

    static Machine here() throws IOException, InterruptedException {
        String processor = Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
        long kilobytes = Files.readString(Path.of("/proc/meminfo"))
                .lines()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processor,
                kilobytes * 1024,
                "Linux " + System.getProperty("os.version"),
                List.of(
                        "Java " + System.getProperty("java.version"),
                        "bundled FFmpeg " + new club.courtside.media.ffmpeg.Ffmpeg().version(),
                        "Debian's FFmpeg " + versionIn(line("", "ffmpeg", "-version")),
                        "GStreamer " + versionIn(line("", "gst-launch-1.0", "--version")),
                        "Chromium " + line("Chromium", "chromium", "--version").replaceAll("\\D*([0-9.]+).*", "$1")));
    }

    private static String versionIn(String line) {
        return line.replaceAll("^.*?version ([0-9.]+).*$", "$1");
    }

    /** The first one that begins so. */
    private static String line(String begin, String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output.lines()
                    .filter(line -> line.startsWith(begin))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException missing) {
            return command[0] + " not installed";
        }
    }

    String describe() {
        return "%d cores of %s, %.0f GB of memory, %s; %s"
                .formatted(cores, processor, memory / 1e9, kernel, String.join(", ", programs));
    }
}
