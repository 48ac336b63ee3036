package club.courtside.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file as Debian's ffprobe and ffmpeg see it: not the FFmpeg that wrote it. */
public final class Ffprobe {

    private final Path file;

    private Ffprobe(Path file) {
        this.file = file;
    }

    public static Ffprobe of(Path file) {
        return new Ffprobe(file);
    }

    public double seconds() {
        return json("-show_format").path("format").path("duration").asDouble();
    }

    /** Codec names, video first. */
    public List<String> codecs() {
        List<String> names = new ArrayList<>();
        json("-show_streams")
                .path("streams")
                .forEach(s -> names.add(s.path("codec_name").asText()));
        return names;
    }

    /** Of the picture as it is stored, such as {@code 1080x1920}. */
    public String size() {
        return stream("v:0").path("width").asText() + "x"
                + stream("v:0").path("height").asText();
    }

    /** Width of a pixel by its height, such as {@code 16:9}; empty when the file does not tell. */
    public String pixelAspect() {
        return stream("v:0").path("sample_aspect_ratio").asText();
    }

    public String pixelFormat() {
        return stream("v:0").path("pix_fmt").asText();
    }

    /** By how many degrees players turn the picture. */
    public int rotation() {
        int degrees = 0;
        for (JsonNode more : stream("v:0").path("side_data_list"))
            degrees += more.path("rotation").asInt();
        return degrees;
    }

    public int sampleRate() {
        return stream("a:0").path("sample_rate").asInt();
    }

    public int channels() {
        return stream("a:0").path("channels").asInt();
    }

    private JsonNode stream(String which) {
        return json("-select_streams", which, "-show_streams").path("streams").path(0);
    }

    /** Presentation times of the video packets in seconds, in decoding order. */
    public List<Double> videoTimes() {
        List<Double> times = new ArrayList<>();
        json("-select_streams", "v:0", "-show_entries", "packet=pts_time")
                .path("packets")
                .forEach(p -> times.add(p.path("pts_time").asDouble()));
        return times;
    }

    /** Each as its beginning in seconds and its title. */
    public List<String> chapters() {
        List<String> chapters = new ArrayList<>();
        json("-show_chapters")
                .path("chapters")
                .forEach(chapter -> chapters.add(chapter.path("start_time").asText() + " "
                        + chapter.path("tags").path("title").asText()));
        return chapters;
    }

    /** What a full decode complains about; empty when nothing. Every frame keeps its own time: no fixed rate is forced. */
    public String decodeErrors() {
        return run(
                "ffmpeg",
                "-v",
                "error",
                "-xerror",
                "-i",
                file.toString(),
                "-vsync",
                "0",
                "-enc_time_base",
                "-1",
                "-f",
                "null",
                "-");
    }

    private JsonNode json(String... options) {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-of", "json"));
        command.addAll(List.of(options));
        command.add(file.toString());
        return Json.parse(run(command.toArray(String[]::new)));
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
