package club.courtside.media.ffmpeg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GStreamer's RTSP server as a process of its own; where Debian's packages are missing the test is skipped. */
public final class GstCamera implements AutoCloseable {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Process process;
    private final int port;

    public GstCamera(String... arguments) throws IOException {
        assumeTrue(Files.isExecutable(PYTHON), "no Python of the system");
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "src/test/resources/cameras/gst_camera.py"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assumeTrue(line != null, "GStreamer's RTSP server is not installed");
        port = Integer.parseInt(line);
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port + "/plain";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
