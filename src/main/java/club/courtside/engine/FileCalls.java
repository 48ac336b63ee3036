package club.courtside.engine;

import club.courtside.engine.api.ExamineSpec;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.JoinSpec;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.api.StripSpec;
import club.courtside.engine.api.ThumbnailSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Video files: what is in them, and a picture of them. */
final class FileCalls {

    /** The body of {@code /probe} and {@code /finish}. */
    record FileSpec(String file) {}

    /** Copying the longest recording takes minutes on a slow disk. */
    private static final Duration FINISHING = Duration.ofMinutes(15);

    /** The longest file is read once, and its copy written twice, so that it plays before it is all there. */
    private static final Duration EXAMINING = Duration.ofMinutes(60);

    /** Seconds, unless the machine is busy with what is more important. */
    private static final Duration STRIPPING = Duration.ofMinutes(15);

    private final Engine engine;
    private final MediaProcesses processes;
    /** Those that are being made. */
    private final Set<Path> pictures = ConcurrentHashMap.newKeySet();

    FileCalls(Engine engine, MediaProcesses processes) {
        this.engine = engine;
        this.processes = processes;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/probe", this::probe),
                new Route("POST", "/examine", this::examine),
                new Route("POST", "/join", this::join),
                new Route("POST", "/finish", this::finish),
                new Route("POST", "/thumbnail", this::thumbnail),
                new Route("POST", "/strip", this::strip));
    }

    private void probe(Call call) throws IOException, InterruptedException {
        Path file = existing(call.body(FileSpec.class).file());
        call.answer(200, processes.run(MediaInfo.class, "probe", file.toString()));
    }

    private void examine(Call call) throws IOException, InterruptedException {
        ExamineSpec spec = call.body(ExamineSpec.class);
        Path file = existing(spec.file());
        String to = spec.to() == null ? "" : absolute(spec.to()).toString();
        call.answer(
                200,
                processes.run(
                        EXAMINING,
                        Examined.class,
                        "examine",
                        file.toString(),
                        to,
                        Double.toString(spec.leastSeconds())));
    }

    private void join(Call call) throws IOException, InterruptedException {
        JoinSpec spec = call.body(JoinSpec.class);
        if (spec.pieces() == null || spec.pieces().isEmpty()) throw Problem.badRequest("pieces is empty");
        List<String> arguments =
                new ArrayList<>(List.of("join", absolute(spec.to()).toString()));
        for (JoinSpec.Piece piece : spec.pieces()) {
            arguments.add(existing(piece.file()).toString());
            arguments.add(Double.toString(piece.fromSeconds()));
            arguments.add(Double.toString(piece.atSeconds()));
        }
        call.answer(200, processes.run(EXAMINING, Examined.class, arguments.toArray(String[]::new)));
    }

    private void finish(Call call) throws IOException, InterruptedException {
        Path file = absolute(call.body(FileSpec.class).file());
        if (!Files.isDirectory(file.getParent())) throw Problem.badRequest("the folder of file does not exist");
        if (engine.isWriting(file)) throw Problem.conflict("a recording writes to that file");
        call.answer(200, processes.run(FINISHING, RecordingStatus.class, "finish", file.toString()));
    }

    private void thumbnail(Call call) throws IOException, InterruptedException {
        ThumbnailSpec spec = call.body(ThumbnailSpec.class);
        within("width", spec.width(), 16, 3840);
        Path file = existing(spec.file());
        write(
                absolute(spec.to()),
                fresh -> processes.run(
                        Void.class,
                        "thumbnail",
                        file.toString(),
                        Double.toString(spec.seconds()),
                        Integer.toString(spec.width()),
                        fresh.toString()));
        call.answerNothing(204);
    }

    /** Nobody waits for it. */
    private void strip(Call call) throws IOException, InterruptedException {
        StripSpec spec = call.body(StripSpec.class);
        within("pictures", spec.pictures(), 1, 100);
        within("columns", spec.columns(), 1, 20);
        within("width", spec.width(), 16, 320);
        Path file = existing(spec.file());
        write(
                absolute(spec.to()),
                fresh -> processes.runQuietly(
                        STRIPPING,
                        "strip",
                        file.toString(),
                        Integer.toString(spec.pictures()),
                        Integer.toString(spec.columns()),
                        Integer.toString(spec.width() & ~1),
                        fresh.toString()));
        call.answerNothing(204);
    }

    private interface Writer {
        void write(Path to) throws IOException, InterruptedException;
    }

    /** In one step: nobody sees half a picture. What a crash leaves of one is replaced when it is made again. */
    private void write(Path to, Writer writer) throws IOException, InterruptedException {
        if (!Files.isDirectory(to.getParent())) throw Problem.badRequest("the folder of to does not exist");
        if (!pictures.add(to)) throw Problem.busy("this picture is being made");
        Path fresh = HalfWritten.of(to);
        try {
            writer.write(fresh);
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
            pictures.remove(to);
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most)
            throw Problem.badRequest(name + " must lie between " + least + " and " + most);
    }

    private static Path existing(String path) {
        Path file = absolute(path);
        if (Files.isRegularFile(file)) return file;
        throw Problem.unusable(new Reason("not_found", "the file does not exist"));
    }

    private static Path absolute(String path) {
        try {
            if (path != null && Path.of(path).isAbsolute()) return Path.of(path);
        } catch (InvalidPathException e) {
            throw Problem.badRequest("the path is not valid");
        }
        throw Problem.badRequest("paths must be absolute");
    }
}
