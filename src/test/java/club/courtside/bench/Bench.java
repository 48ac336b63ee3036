package club.courtside.bench;

import club.courtside.bench.library.LibraryBench;
import club.courtside.bench.library.LibraryChapter;
import club.courtside.bench.soak.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code ./courtside bench}: what Courtside costs, side by side with what a club would use instead. */
public final class Bench {

    private static final int NOT_IN_ORDER = 1;
    private static final int BAD_USAGE = 2;
    private static final Path REPORT = Path.of("docs", "benchmarks.md");

    /** Behind the one on recording. */
    private static final List<Chapter> CHAPTERS =
            List.of(ProductChapter.CHAPTER, UploadChapter.CHAPTER, ConversionChapter.CHAPTER, LibraryChapter.CHAPTER);

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
        return switch (options.subject()) {
            case RECORDING -> recording(options, work);
            case LIBRARY -> library(options, work);
            case CONVERSION -> conversion(options, work);
            case UPLOADS -> uploads(options, work);
            case PRODUCT -> product(options, work);
        };
    }

    private static Film film() throws IOException, InterruptedException {
        System.out.println("Preparing the film of the cameras ...");
        return new Film(Path.of("target", "bench").toAbsolutePath());
    }

    private static boolean recording(BenchOptions options, Path work) throws IOException, InterruptedException {
        Film film = film();
        try (var source = new SourceProcess(film)) {
            return options.soak() != null ? soak(options, source, work) : measure(options, film, source, work);
        }
    }

    private static boolean measure(BenchOptions options, Film film, SourceProcess source, Path work)
            throws IOException, InterruptedException {
        Findings found = new Measurements(options, film, source, work).run();
        String report = Report.of(found, Machine.here(), LocalDate.now(), options.time());
        for (Chapter chapter : CHAPTERS) report = chapter.put(report, chapter.in(written()));
        System.out.println("\n" + report);
        write(options, report);
        if (options.write() && !found.rounds().isEmpty())
            Files.writeString(Path.of("docs", "benchmarks.svg"), Chart.of(found.rounds()));
        return found.rounds().stream().noneMatch(round -> round.late().isTooMuch());
    }

    private static boolean library(BenchOptions options, Path work) throws IOException, InterruptedException {
        var found = new LibraryBench(work, options.time()).run();
        write(
                options,
                LibraryChapter.CHAPTER,
                LibraryChapter.of(found, Machine.here().describe(), LocalDate.now(), options.time()));
        return LibraryChapter.isAsAimedAt(found);
    }

    private static boolean conversion(BenchOptions options, Path work) throws IOException, InterruptedException {
        var found = new ConversionSpeed(film(), work).measure();
        write(
                options,
                ConversionChapter.CHAPTER,
                ConversionChapter.of(found, Machine.here().describe(), LocalDate.now()));
        return ConversionChapter.isAsAimedAt(found);
    }

    private static boolean uploads(BenchOptions options, Path work) throws IOException, InterruptedException {
        var found = new UploadSpeed(work).measure();
        var beside = new CamerasBesideConversions(film(), work, options.time()).measure();
        write(
                options,
                UploadChapter.CHAPTER,
                UploadChapter.of(found, beside, Machine.here().describe(), LocalDate.now()));
        return UploadChapter.isAsAimedAt(found, beside);
    }

    private static boolean product(BenchOptions options, Path work) throws IOException, InterruptedException {
        var found = new ProductFigures(work, options.time()).measure();
        write(
                options,
                ProductChapter.CHAPTER,
                ProductChapter.of(found, Machine.here().describe(), LocalDate.now(), options.time()));
        return found.gapsOfWebApplication() == 0;
    }

    /** Empty before the first time. */
    private static String written() throws IOException {
        return Files.exists(REPORT) ? Files.readString(REPORT) : "";
    }

    private static void write(BenchOptions options, Chapter chapter, String words) throws IOException {
        System.out.println("\n" + words);
        write(options, chapter.put(written(), words));
    }

    private static void write(BenchOptions options, String report) throws IOException {
        if (!options.write()) return;
        Files.writeString(REPORT, report);
        System.out.println("Written to docs/benchmarks.md.");
    }

    private static boolean soak(BenchOptions options, SourceProcess source, Path work)
            throws IOException, InterruptedException {
        System.out.printf("Soak of %d s with seed %d.%n", options.soak().toSeconds(), options.seed());
        try (var engine = new BenchEngine(work)) {
            return new Soak(source, engine, work, options.seed(), System.out).run(options.soak());
        }
    }
}
