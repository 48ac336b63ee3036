package club.courtside.bench;

import club.courtside.bench.library.LibraryBench;
import club.courtside.bench.library.LibrarySection;
import club.courtside.bench.soak.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** {@code ./courtside bench}: what Courtside costs, side by side with what a club would use instead. */
public final class Bench {

    private static final int NOT_IN_ORDER = 1;
    private static final int BAD_USAGE = 2;
    private static final Path REPORT = Path.of("docs", "benchmarks.md");

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
        if (options.library()) return library(options, work);
        System.out.println("Preparing the film of the cameras ...");
        Film film = new Film(Path.of("target", "bench").toAbsolutePath());
        if (options.conversion()) return conversion(options, film, work);
        if (options.uploads()) return uploads(options, film, work);
        try (var source = new SourceProcess(film)) {
            return options.soak() != null ? soak(options, source, work) : measure(options, film, source, work);
        }
    }

    private static boolean measure(BenchOptions options, Film film, SourceProcess source, Path work)
            throws IOException, InterruptedException {
        var measurements = new Measurements(options, film, source, work);
        Findings found = measurements.run();
        String report = Report.of(found, Machine.here(), LocalDate.now(), options.time())
                + (Files.exists(REPORT) ? UploadSection.in(Files.readString(REPORT)) : "")
                + (Files.exists(REPORT) ? ConversionSection.in(Files.readString(REPORT)) : "")
                + (Files.exists(REPORT) ? LibrarySection.in(Files.readString(REPORT)) : "");
        System.out.println();
        System.out.println(report);
        if (options.write()) {
            Files.writeString(REPORT, report);
            if (!found.rounds().isEmpty())
                Files.writeString(Path.of("docs", "benchmarks.svg"), Chart.of(found.rounds()));
            System.out.println("Written to docs/benchmarks.md.");
        }
        return found.rounds().stream().noneMatch(round -> round.late().isTooMuch());
    }

    private static boolean library(BenchOptions options, Path work) throws IOException, InterruptedException {
        var found = new LibraryBench(work, options.time()).run();
        String section = LibrarySection.of(found, Machine.here().describe(), LocalDate.now(), options.time());
        System.out.println("\n" + section);
        if (options.write()) {
            Files.writeString(REPORT, LibrarySection.put(Files.readString(REPORT), section));
            System.out.println("Written to docs/benchmarks.md.");
        }
        return LibrarySection.isAsAimedAt(found);
    }

    private static boolean conversion(BenchOptions options, Film film, Path work)
            throws IOException, InterruptedException {
        var found = new ConversionSpeed(film, work).measure();
        String section = ConversionSection.of(found, Machine.here().describe(), LocalDate.now());
        System.out.println("\n" + section);
        if (options.write()) {
            Files.writeString(REPORT, ConversionSection.put(Files.readString(REPORT), section));
            System.out.println("Written to docs/benchmarks.md.");
        }
        return ConversionSection.isAsAimedAt(found);
    }

    private static boolean uploads(BenchOptions options, Film film, Path work)
            throws IOException, InterruptedException {
        var found = new UploadSpeed(work).measure();
        var beside = new CamerasBesideConversions(film, work, options.time()).measure();
        String section = UploadSection.of(found, beside, Machine.here().describe(), LocalDate.now());
        System.out.println("\n" + section);
        if (options.write()) {
            Files.writeString(REPORT, UploadSection.put(Files.readString(REPORT), section));
            System.out.println("Written to docs/benchmarks.md.");
        }
        return UploadSection.isAsAimedAt(found, beside);
    }

    private static boolean soak(BenchOptions options, SourceProcess source, Path work)
            throws IOException, InterruptedException {
        System.out.printf("Soak of %d s with seed %d.%n", options.soak().toSeconds(), options.seed());
        try (var engine = new BenchEngine(work)) {
            return new Soak(source, engine, work, options.seed(), System.out).run(options.soak());
        }
    }
}
