package club.courtside.bench;

import club.courtside.engine.api.Fit;
import club.courtside.engine.api.TranscodeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ten cameras are recorded while two films are converted: what of the cameras is lost. */
final class CamerasBesideConversions {

    private static final int CAMERAS = 10;
    private static final int CONVERSIONS = 2;

    /**
     * @param lost pictures that the cameras sent and that are in no file
     * @param converted how far the conversions came meanwhile, 0 to 1 each
     */
    record Found(int cameras, int conversions, Round round, long lost, List<Double> converted) {}

    private final Film film;
    private final Path work;
    private final Duration time;

    CamerasBesideConversions(Film film, Path work, Duration time) {
        this.film = film;
        this.work = work;
        this.time = time;
    }

    Found measure() throws IOException, InterruptedException {
        try (var source = new SourceProcess(film);
                var engine = new BenchEngine(Files.createDirectories(work.resolve("beside")))) {
            var contender = new CourtsideEngine(engine, source::rtsp);
            var rounds = new CameraRounds(source, work, time);
            rounds.warmUp(contender);
            for (int i = 0; i < CONVERSIONS; i++)
                engine.client()
                        .putTask(
                                "conversion-" + i,
                                TranscodeSpec.standard(
                                        film.long1080(work).toString(),
                                        work.resolve("converted-" + i + ".mp4").toString(),
                                        Fit.CROP,
                                        0));
            Round round = rounds.run(List.of(contender), List.of(CAMERAS)).get(0);
            List<Double> converted = new ArrayList<>();
            for (int i = 0; i < CONVERSIONS; i++) {
                converted.add(engine.client().task("conversion-" + i).progress());
                engine.client().deleteTask("conversion-" + i);
            }
            return new Found(CAMERAS, CONVERSIONS, round, round.lost(), converted);
        }
    }
}
