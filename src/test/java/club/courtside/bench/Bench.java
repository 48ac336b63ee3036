package club.courtside.bench;

import club.courtside.bench.soak.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./courtside bench}: what Courtside costs, side by side with what a club would use instead. */
public final class Bench {

    private static final int NOT_IN_ORDER = 1;
    private static final int BAD_USAGE = 2;

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("courtside: " + e.getMessage() + "\n" + BenchOptions.USAGE);
            System.exit(BAD_USAGE);
            return;
        }
        Path work = Files.createTempDirectory("courtside-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Disk.delete(work), "clean-up"));
        System.exit(run(options, work) ? 0 : NOT_IN_ORDER);
    }

    private static boolean run(BenchOptions options, Path work) throws IOException, InterruptedException {
        System.out.println("Preparing the film of the cameras ...");
        Film film = new Film(Path.of("target", "bench").toAbsolutePath());
        try (var source = new SourceProcess(film)) {
            return options.soak() != null ? soak(options, source, work) : measure(options, source, work);
        }
    }

    private static boolean measure(BenchOptions options, SourceProcess source, Path work)
            throws IOException, InterruptedException {
        try (var engine = new CourtsideEngine(source, work.resolve("data"))) {
            var rounds = new CameraRounds(source, work, options.time());
            rounds.warmUp(engine);
            BundledFfmpeg bundled = BundledFfmpeg.unpack(work.resolve("cache"));
            List<Contender> contenders = List.of(
                    engine,
                    ProcessPerCamera.bundledFfmpeg(source, bundled),
                    ProcessPerCamera.debianFfmpeg(source),
                    ProcessPerCamera.gstreamer(source));
            rounds.run(contenders, options.cameras());
        }
        return true;
    }

    private static boolean soak(BenchOptions options, SourceProcess source, Path work)
            throws IOException, InterruptedException {
        System.out.printf("Soak of %d s with seed %d.%n", options.soak().toSeconds(), options.seed());
        try (var engine = new BenchEngine(work)) {
            return new Soak(source, engine, work, options.seed(), System.out).run(options.soak());
        }
    }
}
