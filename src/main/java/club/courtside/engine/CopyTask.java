package club.courtside.engine;

import club.courtside.engine.api.Fit;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.media.Fingerprint;
import club.courtside.media.Pace;
import club.courtside.media.ffmpeg.CopyForm;
import club.courtside.media.ffmpeg.VideoCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A copy of a video in another form. */
final class CopyTask {

    private static final Duration FINGERPRINT = Duration.ofMinutes(10);

    private CopyTask() {}

    static TaskResult run(TranscodeSpec spec, Pace pace) throws IOException {
        Path to = Path.of(spec.to());
        var form = new CopyForm(
                spec.width(),
                spec.height(),
                spec.framesPerSecond(),
                spec.fit() == Fit.CROP,
                spec.crf(),
                spec.preset(),
                spec.audioKbits() * 1000,
                spec.mostBytes(),
                Runtime.getRuntime().availableProcessors());
        long lost = VideoCopy.make(Path.of(spec.file()), HalfWritten.of(to), to, form, pace);
        pace.quietFor(FINGERPRINT);
        return new TaskResult(MediaTool.infoOf(to), Fingerprint.of(to), null, null, null, lost);
    }
}
