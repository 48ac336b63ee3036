package club.courtside.engine;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.engine.api.TaskResult;
import club.courtside.media.Folder;
import club.courtside.media.Pace;
import club.courtside.media.ffmpeg.SpeechSound;
import club.courtside.media.speech.Line;
import club.courtside.media.speech.Speech;
import club.courtside.media.speech.Stretches;
import club.courtside.media.speech.SubtitleText;
import club.courtside.media.speech.Whisper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is said in a video, as files of subtitles. */
final class SubtitleTask {

    /** A minute of sound, by the largest model, on a slow processor. */
    private static final Duration LISTENING = Duration.ofMinutes(30);

    /** Three gigabytes from a slow disk. */
    private static final Duration LOADING = Duration.ofMinutes(3);

    private final SubtitleSpec spec;
    private final Consumer<TaskLine> engine;

    SubtitleTask(SubtitleSpec spec, Consumer<TaskLine> engine) {
        this.spec = spec;
        this.engine = engine;
    }

    TaskLine run(Pace pace) throws IOException {
        Path model = Path.of(spec.models()).resolve("ggml-" + spec.model() + ".bin");
        if (!Files.isRegularFile(model))
            return TaskLine.skipped(DescriptionTask.notInstalled(
                    model.getParent(), List.of(model.getFileName().toString())));
        try (SpeechSound sound = open()) {
            if (sound == null) return TaskLine.failed(new Reason("no_video", "the file is no video"));
            if (!sound.exists()) return TaskLine.skipped(new Reason("no_sound", "the video has no sound"));
            List<Line> lines = heard(sound, model, pace);
            write(spec.vtt(), SubtitleText.vtt(lines));
            write(spec.srt(), SubtitleText.srt(lines));
            return TaskLine.done(new TaskResult(null, null, null, spec.vtt(), spec.srt()));
        }
    }

    private SpeechSound open() {
        try {
            return new SpeechSound(Path.of(spec.file()), Speech.RATE);
        } catch (IOException e) {
            return null;
        }
    }

    private List<Line> heard(SpeechSound sound, Path model, Pace pace) throws IOException {
        engine.accept(TaskLine.crash(new Reason("model_unusable", model.getFileName() + " is damaged")));
        pace.quietFor(LOADING);
        List<Line> lines = new ArrayList<>();
        try (var whisper =
                new Whisper(model, spec.language(), Runtime.getRuntime().availableProcessors())) {
            var stretches = new Stretches(speech -> {
                pace.quietFor(LISTENING);
                lines.addAll(whisper.listen(speech));
            });
            sound.read(stretches::take, pace);
            stretches.finish();
        }
        return lines;
    }

    private static void write(String to, String text) throws IOException {
        if (to == null) return;
        Path file = Path.of(to);
        Path half = HalfWritten.of(file);
        try (FileChannel channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folder.of(file).sync();
    }
}
