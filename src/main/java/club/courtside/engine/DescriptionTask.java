package club.courtside.engine;

import club.courtside.engine.api.DescribeSpec;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;
import club.courtside.media.Pace;
import club.courtside.media.caption.Blip;
import club.courtside.media.caption.BlipFiles;
import club.courtside.media.ffmpeg.MediaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One sentence about the picture of one moment. */
final class DescriptionTask {

    /** Of the picture that the model's own square is made of. */
    private static final int WIDTH = 768;

    /** Loading a gigabyte from a slow disk, and thinking on a slow processor. */
    private static final Duration THINKING = Duration.ofMinutes(15);

    private final DescribeSpec spec;
    private final Consumer<TaskLine> engine;

    DescriptionTask(DescribeSpec spec, Consumer<TaskLine> engine) {
        this.spec = spec;
        this.engine = engine;
    }

    TaskLine run(Pace pace) throws IOException {
        var files = new BlipFiles(Path.of(spec.models()));
        List<String> missing = files.missing();
        if (!missing.isEmpty()) return TaskLine.skipped(notInstalled(files.folder(), missing));
        byte[] picture;
        try (var video = new MediaFile(Path.of(spec.file()))) {
            picture = video.jpeg(spec.seconds(), WIDTH);
        } catch (IOException e) {
            return TaskLine.failed(new Reason("no_video", e.getMessage()));
        }
        pace.at(0.1);
        engine.accept(TaskLine.crash(new Reason("model_unusable", "the model in " + files.folder() + " is damaged")));
        pace.quietFor(THINKING);
        try (var model = new Blip(files, Runtime.getRuntime().availableProcessors())) {
            return TaskLine.done(new TaskResult(null, null, model.describe(picture), null, null));
        }
    }

    static Reason notInstalled(Path folder, List<String> missing) {
        return new Reason(
                "model_not_installed",
                "the model is not installed: " + folder + " needs " + String.join(", ", missing));
    }
}
