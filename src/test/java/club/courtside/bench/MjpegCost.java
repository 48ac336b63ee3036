package club.courtside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What pictures cost that have to be made: JPEG previews of an H.264 camera, and H.264 recordings of an MJPEG camera. */
final class MjpegCost {

    /** @param cpu seconds in a minute */
    record Cost(String what, String command, double cpu) {}

    private static final String CAMERA = "jpeg";
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** x264 as the engine sets it, besides preset and quality: no picture waits for those after it. */
    private static final String[] AS_THE_ENGINE = {
        "-force_key_frames",
        "expr:gte(t,n_forced*2)",
        "-x264-params",
        "bframes=0:rc-lookahead=0:sync-lookahead=0:mbtree=0:sliced-threads=1"
    };

    private final SourceProcess source;
    private final Path work;
    private final Duration time;

    MjpegCost(SourceProcess source, Path work, Duration time) {
        this.source = source;
        this.work = work;
        this.time = time;
    }

    List<Cost> recordings(BenchEngine engine, BundledFfmpeg bundled) throws IOException, InterruptedException {
        List<Contender> contenders = List.of(
                new CourtsideEngine(engine, source::jpeg),
                ProcessPerCamera.x264("FFmpeg, x264 as the engine sets it", source, bundled, AS_THE_ENGINE),
                ProcessPerCamera.x264("FFmpeg, veryfast and CRF 23 alone", source, bundled));
        List<Cost> costs = new ArrayList<>();
        for (Contender contender : contenders) {
            Path folder = Files.createDirectories(work.resolve("mjpeg"));
            try (contender) {
                contender.start(List.of(CAMERA), folder);
                TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
                costs.add(new Cost(contender.name(), contender.commandLine(), cost(contender.pids())));
                contender.finish();
                if (!VideoFile.read(contender.file(CAMERA)).isSound())
                    throw new IOException(contender.name() + " made no video");
            } finally {
                Files.deleteIfExists(contender.file(CAMERA));
                Disk.delete(folder);
            }
        }
        return costs;
    }

    /** JPEG at 5 pictures a second, 640 pixels wide, of a 1080p25 camera: what it adds to holding the connection. */
    Cost preview(BenchEngine engine) throws IOException, InterruptedException {
        source.open();
        engine.connect("preview", source.rtsp("preview"));
        TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
        double without = cost(List.of(engine.pid()));
        double with;
        try (var viewer =
                LiveReader.open(engine.client(), "preview", "live.mjpeg", Map.of("fps", "5", "width", "640"))) {
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            with = cost(List.of(engine.pid()));
            if (viewer.bytes() == 0) throw new IOException("no preview came");
        }
        engine.client().deleteFeed("preview");
        return new Cost("JPEG preview, 5 fps, 640 px", "GET /feeds/CAMERA/live.mjpeg?fps=5&width=640", with - without);
    }

    private double cost(java.util.Collection<Long> pids) throws InterruptedException {
        long from = System.nanoTime();
        double before = Usage.cpuSeconds(pids);
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        return (Usage.cpuSeconds(pids) - before) * 6e10 / (System.nanoTime() - from);
    }
}
