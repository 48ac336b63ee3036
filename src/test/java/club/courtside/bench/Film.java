package club.courtside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cameras of the bench show, made once: 1080p25 H.264 at 4 Mb/s with a key frame every 2 s, 20 s long, and 720p
 * JPEGs. The number of each picture stands in its upper left corner as squares, so that a page that shows it can tell
 * which one it is.
 */
public final class Film {

    static final int FRAMES = 500;
    static final int FRAMES_PER_SECOND = 25;
    static final long BITS_PER_SECOND = 4_000_000;

    /** A white square to know light from dark, {@value #BITS} squares from the lowest bit on, and one for even parity. */
    static final int BITS = 9;

    static final int SQUARE = 48;

    private final Path folder;

    /** @param folder where the film is kept for the next time */
    public Film(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        if (!Files.exists(h264())) makeH264();
        if (!Files.exists(jpegs())) makeJpegs();
        if (!Files.exists(small())) makeSmall();
    }

    /** A second of pictures of a few hundred bytes, where only their number matters. */
    Path small() {
        return folder.resolve("small.h264");
    }

    private void makeSmall() throws IOException, InterruptedException {
        Path half = folder.resolve("half-small.h264");
        run(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25",
                "-frames:v",
                "25",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-bf",
                "0",
                "-g",
                "25",
                "-b:v",
                "150k",
                "-f",
                "h264",
                half.toString()));
        Files.move(half, small(), StandardCopyOption.ATOMIC_MOVE);
    }

    Path h264() {
        return folder.resolve("film.h264");
    }

    /** Ten minutes of it with its tables, made at {@code work}; longer than any round. */
    Path long1080(Path work) throws IOException, InterruptedException {
        Path made = work.resolve("long1080.mp4");
        if (Files.exists(made)) return made;
        // What has no tables cannot be read twice.
        Path once = work.resolve("once1080.mp4");
        run(List.of("-r", "25", "-i", h264().toString(), "-c", "copy", once.toString()));
        run(List.of("-stream_loop", "29", "-i", once.toString(), "-c", "copy", made.toString()));
        return made;
    }

    Path jpegs() {
        return folder.resolve("jpegs");
    }

    private void makeH264() throws IOException, InterruptedException {
        Path half = folder.resolve("half.h264");
        run(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=1920x1080:rate=25",
                "-frames:v",
                Integer.toString(FRAMES),
                "-vf",
                "noise=alls=5:allf=t+u," + squares(),
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-bf",
                "0",
                "-g",
                "50",
                "-keyint_min",
                "50",
                "-sc_threshold",
                "0",
                "-b:v",
                "4M",
                "-maxrate",
                "4M",
                "-bufsize",
                "2M",
                "-f",
                "h264",
                half.toString()));
        Files.move(half, h264(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String squares() {
        List<String> boxes = new ArrayList<>();
        boxes.add(square(-1, BITS + 4, "black", null));
        boxes.add(square(0, 1, "white", null));
        List<String> bits = new ArrayList<>();
        for (int bit = 0; bit < BITS; bit++) {
            String isSet = "mod(floor(n/" + (1 << bit) + "),2)";
            boxes.add(square(1 + bit, 1, "white", isSet));
            bits.add("floor(n/" + (1 << bit) + ")");
        }
        boxes.add(square(1 + BITS, 1, "white", "mod(" + String.join("+", bits) + ",2)"));
        return String.join(",", boxes);
    }

    private static String square(int at, int wide, String colour, String when) {
        String box = "drawbox=x=" + (at + 1) * SQUARE + ":y=" + (at < 0 ? 0 : SQUARE / 2) + ":w=" + wide * SQUARE
                + ":h=" + (at < 0 ? 2 * SQUARE : SQUARE) + ":color=" + colour + ":t=fill";
        return when == null ? box : box + ":enable='" + when + "'";
    }

    private void makeJpegs() throws IOException, InterruptedException {
        Path half = Files.createDirectories(folder.resolve("half"));
        run(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=1280x720:rate=25",
                "-frames:v",
                "100",
                "-vf",
                "noise=alls=5:allf=t+u",
                "-pix_fmt",
                "yuvj420p",
                "-q:v",
                "5",
                half.resolve("%03d.jpg").toString()));
        Files.move(half, jpegs(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(options);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
            throw new IOException("ffmpeg could not make the film");
    }
}
