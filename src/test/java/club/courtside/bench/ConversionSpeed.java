package club.courtside.bench;

import club.courtside.engine.api.Fit;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import club.courtside.support.Await;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast a video is brought to the standard form (1080×1920, 30 pictures a second, H.264 CRF 23, AAC 128 kb/s), beside
 * the FFmpeg program with the same libraries and settings at the same low priority, by turns.
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

    private static final int ROUNDS = 3;

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
        var ours = new Ours(engine, preset);
        var theirs = new Theirs(preset);
        Turns.run(first ? List.of(ours, theirs) : List.of(theirs, ours));
        return new Pair(preset, ours.film, ours.made, ours.verified, theirs.seconds);
    }

    private final class Ours extends Turns.Work {
        private static final String TASK = "bench";

        private final EngineClient engine;
        private final String preset;
        private final Path to = work.resolve("courtside.mp4");
        private double made;
        private double verified;
        private double film;

        Ours(EngineClient engine, String preset) {
            this.engine = engine;
            this.preset = preset;
        }

        @Override
        ProcessHandle start() throws IOException, InterruptedException {
            var film = ConversionSpeed.this.film.toString();
            engine.putTask(
                    TASK, new TranscodeSpec(film, to.toString(), 1080, 1920, 30, Fit.LETTERBOX, 23, preset, 128, 0));
            return Await.value(
                            "the process of the conversion",
                            Duration.ofSeconds(10),
                            () -> ProcessHandle.current()
                                    .descendants()
                                    .filter(process ->
                                            Usage.command(process.pid()).contains("TaskTool"))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }

        @Override
        boolean hasEnded() throws IOException, InterruptedException {
            // Who asks more often takes the processor from what is measured.
            TimeUnit.MILLISECONDS.sleep(200);
            TaskStatus status = engine.task(TASK);
            if (made == 0 && status.progress() >= 0.9) made = seconds();
            if (!status.state().hasEnded()) return false;
            verified = seconds();
            engine.deleteTask(TASK);
            Files.deleteIfExists(to);
            if (status.state() != TaskState.DONE) throw new IOException("no copy was made: " + status.reason());
            film = status.result().media().seconds();
            return true;
        }
    }

    private final class Theirs extends Turns.Work {
        private final String preset;
        private final Path to = work.resolve("ffmpeg.mp4");
        private Process process;
        private double seconds;

        Theirs(String preset) {
            this.preset = preset;
        }

        @Override
        ProcessHandle start() throws IOException {
            var builder = new ProcessBuilder(new ArrayList<>(List.of(
                    "nice", "-n", "10", "ionice", "-c", "3", bundled.program().toString())));
            builder.environment().putAll(bundled.environment());
            process = started(builder, arguments(film.toString(), preset, to.toString()));
            return process.toHandle();
        }

        @Override
        boolean hasEnded() throws IOException, InterruptedException {
            if (!process.waitFor(200, TimeUnit.MILLISECONDS)) return false;
            seconds = seconds();
            Files.delete(to);
            if (process.exitValue() != 0) throw new IOException("ffmpeg failed");
            return true;
        }
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

    private static void run(ProcessBuilder builder, String... arguments) throws IOException, InterruptedException {
        if (started(builder, arguments).waitFor() != 0) throw new IOException("ffmpeg failed");
    }

    private static Process started(ProcessBuilder builder, String... arguments) throws IOException {
        builder.command().addAll(List.of("-nostdin", "-v", "error", "-y"));
        builder.command().addAll(List.of(arguments));
        return builder.inheritIO().start();
    }
}
