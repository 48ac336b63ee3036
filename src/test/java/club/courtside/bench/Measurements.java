package club.courtside.bench;

import club.courtside.bench.BenchOptions.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run: all parts that are wanted, one after the other, so that none disturbs another. */
final class Measurements {

    /** Long enough for the rest; the rounds are what takes time. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final BenchOptions options;
    private final Film film;
    private final SourceProcess source;
    private final Path work;
    private final Duration shorter;

    Measurements(BenchOptions options, Film film, SourceProcess source, Path work) {
        this.film = film;
        this.options = options;
        this.source = source;
        this.work = work;
        this.shorter = options.time().compareTo(LONGEST) < 0 ? options.time() : LONGEST;
    }

    Findings run() throws IOException, InterruptedException {
        BundledFfmpeg bundled = BundledFfmpeg.unpack(work.resolve("cache"));
        List<Round> rounds = List.of();
        List<Contender> contenders = List.of();
        List<MjpegCost.Cost> recordings = List.of();
        MjpegCost.Cost preview = null;
        try (var engine = new BenchEngine(Files.createDirectories(work.resolve("engine")))) {
            if (options.only().contains(Part.CAMERAS)) {
                contenders = List.of(
                        new CourtsideEngine(engine, source::rtsp),
                        ProcessPerCamera.bundledFfmpeg(source, bundled),
                        ProcessPerCamera.debianFfmpeg(source),
                        ProcessPerCamera.gstreamer(source));
                rounds = rounds(contenders);
            }
            if (options.only().contains(Part.MJPEG)) {
                say("What pictures cost that have to be made ...");
                var cost = new MjpegCost(source, work, shorter);
                recordings = cost.recordings(engine, bundled);
                preview = cost.preview(engine);
            }
        }
        LongRecording longRecording = null;
        if (options.only().contains(Part.STOP)) {
            say("Two hours, written fast, and stopped ...");
            longRecording = LongRecording.measure(film, work);
        }
        return withProduct(rounds, contenders, recordings, preview, longRecording);
    }

    private List<Round> rounds(List<Contender> contenders) throws IOException, InterruptedException {
        try {
            var cameras = new CameraRounds(source, work, options.time());
            say("The engine warms up ...");
            cameras.warmUp(contenders.get(0));
            return cameras.run(contenders, options.cameras());
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private Findings withProduct(
            List<Round> rounds,
            List<Contender> contenders,
            List<MjpegCost.Cost> recordings,
            MjpegCost.Cost preview,
            LongRecording longRecording)
            throws IOException, InterruptedException {
        List<Viewers.Cost> viewers = List.of();
        LiveLatency latency = null;
        StartAnswers start = null;
        if (options.only().stream().anyMatch(Part::needsProduct)) {
            say("Courtside starts as a whole ...");
            try (var product = new WholeProduct(source, work.resolve("data"))) {
                if (options.only().contains(Part.START)) start = StartAnswers.measure(product);
                say("Viewers come ...");
                if (options.only().contains(Part.VIEWERS)) viewers = new Viewers(product, shorter).run(1, 10, 50);
                say("A browser looks ...");
                if (options.only().contains(Part.LATENCY)) latency = LiveLatency.measure(product, source, shorter);
            }
        }
        return new Findings(rounds, contenders, viewers, latency, recordings, preview, longRecording, start);
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
