package club.courtside.engine;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Fit;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.media.DiskFull;
import club.courtside.media.Fingerprint;
import club.courtside.media.Pace;
import club.courtside.media.ffmpeg.CopyForm;
import club.courtside.media.ffmpeg.Truncated;
import club.courtside.media.ffmpeg.Unfit;
import club.courtside.media.ffmpeg.VideoCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Does one task, in a process of its own. Reads the task as one line of JSON, then {@link #PAUSE} and {@link #GO}; prints
 * {@link TaskLine}s. The end of its input is the end of the engine, and its own.
 */
public final class TaskTool {

    static final String PAUSE = "pause";
    static final String GO = "go";

    private static final PrintStream OUT = System.out;

    private TaskTool() {}

    public static void main(String[] arguments) throws IOException {
        // What a library prints is no line of ours.
        System.setOut(System.err);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        TaskSpec spec = EngineJson.MAPPER.readValue(in.readLine(), TaskSpec.class);
        var pace = new ToldPace(TaskTool::print);
        var ear = new Thread(() -> listen(in, spec, pace), "engine");
        ear.setDaemon(true);
        ear.start();
        print(outcome(spec, pace));
        Runtime.getRuntime().halt(0);
    }

    private static void listen(BufferedReader in, TaskSpec spec, ToldPace pace) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) pace.hold(line.equals(PAUSE));
        } catch (IOException e) {
            // The engine is gone.
        }
        try {
            HalfWritten.delete(spec);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static TaskLine outcome(TaskSpec spec, Pace pace) {
        try {
            return TaskLine.done(transcoded((TranscodeSpec) spec, pace));
        } catch (Unfit e) {
            return failed(e.code(), e.getMessage());
        } catch (Truncated e) {
            return failed("truncated", e.getMessage());
        } catch (DiskFull e) {
            return failed("disk_full", e.getMessage());
        } catch (IOException | RuntimeException | LinkageError e) {
            return failed("internal", e.toString());
        }
    }

    private static TaskLine failed(String code, String message) {
        return TaskLine.failed(new Reason(code, message));
    }

    private static TaskResult transcoded(TranscodeSpec spec, Pace pace) throws IOException {
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
        pace.quietFor(Duration.ofMinutes(10));
        return new TaskResult(MediaTool.infoOf(to), Fingerprint.of(to), null, null, null, lost);
    }

    private static synchronized void print(TaskLine line) {
        try {
            OUT.println(EngineJson.MAPPER.writeValueAsString(line));
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
        // Nobody hears it any more.
        if (OUT.checkError()) Runtime.getRuntime().halt(1);
    }
}
