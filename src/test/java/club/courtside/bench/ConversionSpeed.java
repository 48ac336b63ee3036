package club.courtside.bench;

import club.courtside.engine.api.Fit;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast a video is brought to the standard form (1080×1920, 30 pictures a second, H.264 CRF 23, AAC 128 kb/s), beside
 * the FFmpeg program with the same libraries and settings at the same low priority: one after the other, in turns, so that
 * what else the machine does hits both.
 */
final class ConversionSpeed {

    /**
     * One turn; times in seconds.
     *
     * @param made until Courtside's copy is whole, with the start of its process
     * @param verified until it was decoded from its first to its last packet, fsync'd, put in its place, and has its SHA-256
     * @param ffmpeg until FFmpeg's process has ended
     */
    record Pair(String preset, double film, double made, double verified, double ffmpeg) {}

    private static final int ROUNDS = 5;

    /** That of the standard form. */
    private static final String PRESET = "medium";

    /** A match is longer by far, and the start of a process counts for less there. */
    private static final int SECONDS = 90;

    private final Path work;
    private final Path film;
    private final BundledFfmpeg bundled;

    ConversionSpeed(Film film, Path work) throws IOException, InterruptedException {
        this.work = work;
        this.film = work.resolve("film.mp4");
        this.bundled = BundledFfmpeg.unpack(work.resolve("cache").resolve("javacpp"));
        run(
                new ProcessBuilder(new ArrayList<>(List.of("ffmpeg"))),
                "-i",
                film.long1080(work).toString(),
                "-f",
                "lavfi",
                "-i",
                "sine=r=48000",
                "-c:v",
                "copy",
                "-c:a",
                "aac",
                "-t",
                Integer.toString(SECONDS),
                this.film.toString());
    }

    List<Pair> measure() throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        EngineClient engine = new EngineProcess(
                        Files.createDirectories(work.resolve("data")),
                        classPath(),
                        Map.of("courtside.engine.idle-seconds", "3600"))
                .connect();
        try {
            for (int round = 0; round < ROUNDS; round++) pairs.add(pair(engine, PRESET, round % 2 == 0));
        } finally {
            engine.shutdown();
        }
        return pairs;
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Pair pair(EngineClient engine, String preset, boolean first) throws IOException, InterruptedException {
        double[] ours = first ? ours(engine, preset) : null;
        double theirs = theirs(preset);
        if (ours == null) ours = ours(engine, preset);
        return new Pair(preset, ours[2], ours[0], ours[1], theirs);
    }

    private double[] ours(EngineClient engine, String preset) throws IOException, InterruptedException {
        Path to = work.resolve("courtside.mp4");
        long from = System.nanoTime();
        double made = 0;
        engine.putTask(
                "bench",
                new TranscodeSpec(film.toString(), to.toString(), 1080, 1920, 30, Fit.LETTERBOX, 23, preset, 128, 0));
        TaskStatus status;
        do {
            // Who asks more often takes the processor from what is measured.
            TimeUnit.MILLISECONDS.sleep(200);
            status = engine.task("bench");
            if (made == 0 && status.progress() >= 0.9) made = since(from);
        } while (!status.state().hasEnded());
        double verified = since(from);
        engine.deleteTask("bench");
        Files.deleteIfExists(to);
        if (status.state() != TaskState.DONE) throw new IOException("no copy was made: " + status.reason());
        return new double[] {made, verified, status.result().media().seconds()};
    }

    private double theirs(String preset) throws IOException, InterruptedException {
        Path to = work.resolve("ffmpeg.mp4");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(
                "nice", "-n", "10", "ionice", "-c", "3", bundled.program().toString())));
        builder.environment().putAll(bundled.environment());
        long from = System.nanoTime();
        run(builder, arguments(film.toString(), preset, to.toString()));
        double seconds = since(from);
        Files.delete(to);
        return seconds;
    }

    static String[] arguments(String film, String preset, String to) {
        return new String[] {
            "-i",
            film,
            "-vf",
            "scale=1080:608:flags=bicubic,pad=1080:1920:-1:-1,fps=30,format=yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            preset,
            "-crf",
            "23",
            "-g",
            "120",
            "-c:a",
            "aac",
            "-b:a",
            "64k",
            "-movflags",
            "+faststart",
            to
        };
    }

    private static double since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis() / 1000.0;
    }

    private static void run(ProcessBuilder builder, String... arguments) throws IOException, InterruptedException {
        builder.command().addAll(List.of("-nostdin", "-v", "error", "-y"));
        builder.command().addAll(List.of(arguments));
        if (builder.inheritIO().start().waitFor() != 0) throw new IOException("ffmpeg failed");
    }
}
