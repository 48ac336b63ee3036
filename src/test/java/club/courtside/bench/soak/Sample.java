package club.courtside.bench.soak;

import club.courtside.bench.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine at one moment.
 *
 * @param minutes since the beginning
 * @param heap used right after a garbage collection
 * @param committed what Java holds for its heap, used or not
 * @param temporaryFiles in its data folder, other than videos, logs and what every engine keeps
 */
record Sample(
        double minutes,
        long rss,
        long pss,
        long heap,
        long committed,
        int threads,
        int fileHandles,
        int temporaryFiles,
        int recordings,
        int viewers,
        double cpuSeconds) {

    private static final Pattern TOTAL = Pattern.compile("total (\\d+)K");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Sample take(double minutes, long pid, Path data, int recordings, int viewers)
            throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        return new Sample(
                minutes,
                Usage.rssBytes(pid),
                Usage.pssBytes(List.of(pid)),
                generations(heap, USED),
                generations(heap, TOTAL),
                Usage.threads(pid),
                Usage.fileHandles(pid),
                temporaryFiles(data),
                recordings,
                viewers,
                Usage.cpuSeconds(List.of(pid)));
    }

    /** Of all generations, in bytes; metaspace, which jcmd lists behind them, is none of them. */
    private static long generations(String info, Pattern figure) {
        Matcher matcher = figure.matcher(info.substring(0, Math.max(0, info.indexOf("Metaspace"))));
        long kilobytes = 0;
        while (matcher.find()) kilobytes += Long.parseLong(matcher.group(1));
        return kilobytes * 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        return output;
    }

    private static int temporaryFiles(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            return (int) files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(name -> !name.startsWith("cache") && !name.startsWith("logs"))
                    .filter(name -> !name.matches("videos.*\\.mp4|run.engine\\.(json|lock)"))
                    .count();
        }
    }

    static String header() {
        return "| minute | RSS MB | PSS MB | heap used MB | heap held MB | threads | file handles | temporary files | recording | viewers |"
                + " CPU s |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|";
    }

    String row() {
        return "| %.1f | %.1f | %.1f | %.1f | %.1f | %d | %d | %d | %d | %d | %.1f |"
                .formatted(
                        minutes,
                        rss / 1e6,
                        pss / 1e6,
                        heap / 1e6,
                        committed / 1e6,
                        threads,
                        fileHandles,
                        temporaryFiles,
                        recordings,
                        viewers,
                        cpuSeconds);
    }
}
