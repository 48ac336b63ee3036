package club.courtside.engine;

import club.courtside.engine.api.DescribeSpec;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TranscodeSpec;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Looks whether a task can be begun as it is ordered, and names the field that is wrong otherwise. */
final class TaskDemands {

    private static final Set<String> PRESETS =
            Set.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow");

    private static final List<String> MODELS = List.of("base", "small", "medium", "large");

    private TaskDemands() {}

    static void check(TaskSpec spec) {
        Path file = absolute(spec.file(), "file");
        if (!Files.isRegularFile(file)) throw Problem.unusable(new Reason("not_found", "the file does not exist"));
        for (String output : spec.outputs()) {
            Path to = absolute(output, "to");
            if (to.getFileName() == null || !Files.isDirectory(to.getParent()))
                throw Problem.badRequest("the folder of " + output + " does not exist");
            if (to.normalize().equals(file.normalize())) throw Problem.badRequest("to must not be file itself");
        }
        if (spec instanceof TranscodeSpec transcode) check(transcode);
        else if (spec instanceof DescribeSpec describe) check(describe);
        else if (spec instanceof SubtitleSpec subtitle) check(subtitle);
    }

    private static void check(DescribeSpec spec) {
        absolute(spec.models(), "models");
        demand(spec.seconds() >= 0, "seconds must not be negative");
    }

    private static void check(SubtitleSpec spec) {
        absolute(spec.models(), "models");
        demand(spec.model() != null && MODELS.contains(spec.model()), "model must be one of " + MODELS);
        demand(
                spec.language() == null || spec.language().matches("[a-z]{2}"),
                "language must be two small letters such as fr, or absent");
        demand(!spec.outputs().isEmpty(), "vtt or srt is needed");
        demand(spec.outputs().stream().distinct().count() == spec.outputs().size(), "vtt and srt are the same file");
    }

    private static void check(TranscodeSpec spec) {
        demand(spec.to() != null, "to is missing");
        demand((spec.width() == 0) == (spec.height() == 0), "width and height are both 0, or neither");
        side(spec.width(), "width");
        side(spec.height(), "height");
        demand(
                spec.framesPerSecond() >= 0 && spec.framesPerSecond() <= 120,
                "frames_per_second must lie between 0 and 120");
        demand(spec.crf() >= 0 && spec.crf() <= 51, "crf must lie between 0 and 51");
        demand(PRESETS.contains(spec.preset()), "preset must be one of x264's, from ultrafast to veryslow");
        demand(spec.audioKbits() >= 32 && spec.audioKbits() <= 512, "audio_kbits must lie between 32 and 512");
        demand(spec.mostBytes() >= 0, "most_bytes must not be negative");
    }

    private static void side(int pixels, String name) {
        boolean fits = pixels == 0 || pixels >= 16 && pixels <= 8192 && pixels % 2 == 0;
        demand(fits, name + " must be even and lie between 16 and 8192");
    }

    private static Path absolute(String path, String name) {
        try {
            if (path != null && Path.of(path).isAbsolute()) return Path.of(path);
        } catch (InvalidPathException e) {
            throw Problem.badRequest(name + " is no valid path");
        }
        throw Problem.badRequest(name + " must be an absolute path");
    }

    private static void demand(boolean so, String otherwise) {
        if (!so) throw Problem.badRequest(otherwise);
    }
}
