package club.courtside.engine;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FileForm;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.media.ffmpeg.Examination;
import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.media.ffmpeg.Joining;
import club.courtside.media.ffmpeg.MediaFile;
import club.courtside.media.ffmpeg.Truncated;
import club.courtside.media.ffmpeg.Unfit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks at one video file, in a process of its own.
 *
 * <pre>
 * MediaTool SECONDS probe FILE                       prints MediaInfo
 * MediaTool SECONDS thumbnail FILE MOMENT WIDTH TO   writes a JPEG
 * MediaTool SECONDS strip FILE PICTURES COLUMNS WIDTH TO   writes a JPEG of small pictures
 * MediaTool SECONDS examine FILE TO LEAST            reads all of it, copies it into an MP4 if that helps, prints Examined
 * MediaTool SECONDS join TO FILE FROM AT …             copies pieces of film into one MP4, prints Examined
 * MediaTool SECONDS finish FILE                      makes an ordinary MP4 of what was left behind, prints RecordingStatus
 * MediaTool SECONDS version                          prints FFmpeg's version
 * </pre>
 *
 * {@code SECONDS} ends it when nobody else does. Exit code 2: the file is not usable, and a Reason is printed.
 */
public final class MediaTool {

    static final int UNUSABLE = 2;

    private MediaTool() {}

    public static void main(String[] arguments) throws IOException {
        endAfter(Long.parseLong(arguments[0]));
        if (!arguments[1].equals("version")) endWithTheEngine();
        switch (arguments[1]) {
            case "version" -> System.out.println(new Ffmpeg().version());
            case "finish" -> print(finished(Path.of(arguments[2])));
            case "join" -> join(Path.of(arguments[2]), List.of(arguments).subList(3, arguments.length));
            case "examine" ->
                examine(
                        Path.of(arguments[2]),
                        arguments[3].isEmpty() ? null : Path.of(arguments[3]),
                        Double.parseDouble(arguments[4]));
            default -> look(arguments);
        }
    }

    /** The end of its input is the end of the engine: the next one begins the same work again. */
    private static void endWithTheEngine() {
        var ear = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // The engine is gone.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "engine");
        ear.setDaemon(true);
        ear.start();
    }

    private static void look(String[] arguments) throws IOException {
        try (var file = new MediaFile(Path.of(arguments[2]))) {
            if (arguments[1].equals("probe")) print(infoOf(file, Path.of(arguments[2])));
            else if (arguments[1].equals("strip"))
                Files.write(
                        Path.of(arguments[6]),
                        file.strip(
                                Integer.parseInt(arguments[3]),
                                Integer.parseInt(arguments[4]),
                                Integer.parseInt(arguments[5])));
            else
                Files.write(
                        Path.of(arguments[5]),
                        file.jpeg(Double.parseDouble(arguments[3]), Integer.parseInt(arguments[4])));
        } catch (IOException e) {
            print(new Reason("no_video", e.getMessage()));
            System.exit(UNUSABLE);
        }
    }

    private static void examine(Path file, Path to, double leastSeconds) throws IOException {
        try {
            Examination found = Examination.of(file, to, leastSeconds);
            print(new Examined(
                    infoOf(found.isRepacked() ? to : file),
                    found.isRepacked() ? FileForm.REPACKED : found.plays() ? FileForm.PLAYABLE : FileForm.ORIGINAL,
                    found.isRepacked() ? "mp4" : found.extension(),
                    found.filmedAt().orElse(null)));
        } catch (Unfit e) {
            print(new Reason(e.code(), e.getMessage()));
            System.exit(UNUSABLE);
        } catch (Truncated e) {
            print(new Reason("truncated", e.getMessage()));
            System.exit(UNUSABLE);
        } catch (IOException e) {
            print(new Reason("no_video", e.getMessage()));
            System.exit(UNUSABLE);
        }
    }

    private static void join(Path to, List<String> told) throws IOException {
        List<Joining.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < told.size(); i += 3)
            pieces.add(new Joining.Piece(
                    Path.of(told.get(i)), Double.parseDouble(told.get(i + 1)), Double.parseDouble(told.get(i + 2))));
        try {
            boolean joined = Joining.of(pieces, to);
            print(new Examined(
                    infoOf(joined ? to : pieces.get(0).file()),
                    joined ? FileForm.REPACKED : FileForm.ORIGINAL,
                    "mp4",
                    null));
        } catch (IOException e) {
            print(new Reason("no_video", e.getMessage()));
            System.exit(UNUSABLE);
        }
    }

    static MediaInfo infoOf(Path path) throws IOException {
        try (var file = new MediaFile(path)) {
            return infoOf(file, path);
        }
    }

    private static RecordingStatus finished(Path file) {
        var unfinished = new UnfinishedFile(file, new Ffmpeg().recordingTools());
        return unfinished.finish();
    }

    private static MediaInfo infoOf(MediaFile file, Path path) throws IOException {
        return new MediaInfo(
                file.seconds(),
                Files.size(path),
                file.video().map(Statuses::track).orElse(null),
                file.audio().map(Statuses::track).orElse(null));
    }

    private static void print(Object value) throws IOException {
        System.out.write(EngineJson.MAPPER.writeValueAsBytes(value));
        System.out.flush();
    }

    /** The engine that started it may be gone. */
    private static void endAfter(long seconds) {
        var guard = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(seconds);
                        Runtime.getRuntime().halt(3);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "time-limit");
        guard.setDaemon(true);
        guard.start();
    }
}
