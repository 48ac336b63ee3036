package club.courtside.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A file as Debian's ffprobe reads it, without decoding.
 *
 * @param pictures in the video track; 0 when it cannot be read
 * @param complaint what ffprobe said, empty when nothing
 */
public record VideoFile(long pictures, String complaint) {

    public static VideoFile read(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "nice",
                        "ffprobe",
                        "-v",
                        "error",
                        "-count_packets",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=nb_read_packets",
                        "-of",
                        "csv=p=0",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        String figure = output.lines().reduce("", (before, last) -> last).replace(",", "");
        if (!figure.matches("\\d+")) return new VideoFile(0, output.isEmpty() ? "no video" : output);
        return new VideoFile(
                Long.parseLong(figure),
                output.lines().count() > 1 ? output.lines().findFirst().orElse("") : "");
    }

    /** Readable to the end, with pictures. */
    public boolean isSound() {
        return pictures > 0 && complaint.isEmpty();
    }
}
