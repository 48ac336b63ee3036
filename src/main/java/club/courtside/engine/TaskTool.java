package club.courtside.engine;

import club.courtside.engine.api.DescribeSpec;
import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.SubtitleSpec;
import club.courtside.engine.api.TaskSpec;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.media.DiskFull;
import club.courtside.media.ModelUnusable;
import club.courtside.media.Pace;
import club.courtside.media.ffmpeg.Truncated;
import club.courtside.media.ffmpeg.Unfit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

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
            if (spec instanceof TranscodeSpec transcode) return TaskLine.done(CopyTask.run(transcode, pace));
            if (spec instanceof DescribeSpec describe) return new DescriptionTask(describe, TaskTool::print).run(pace);
            return new SubtitleTask((SubtitleSpec) spec, TaskTool::print).run(pace);
        } catch (Unfit e) {
            return failed(e.code(), e.getMessage());
        } catch (Truncated e) {
            return failed("truncated", e.getMessage());
        } catch (DiskFull e) {
            return failed("disk_full", e.getMessage());
        } catch (ModelUnusable e) {
            return failed("model_unusable", e.getMessage());
        } catch (IOException | RuntimeException | LinkageError e) {
            return failed("internal", e.toString());
        }
    }

    private static TaskLine failed(String code, String message) {
        return TaskLine.failed(new Reason(code, message));
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
