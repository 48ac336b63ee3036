package club.courtside.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GStreamer's RTSP server as a process of its own: H.264 and G.711 A-law. {@code ./courtside test} installs it. */
public final class GstCamera implements AutoCloseable {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Process process;
    private final int port;

    /** Everybody may watch. */
    public static GstCamera open() throws IOException {
        return new GstCamera();
    }

    /** Asks for digest authentication (RFC 2617). */
    public static GstCamera digest(String user, String password) throws IOException {
        return new GstCamera("--digest", user, password);
    }

    private GstCamera(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "src/test/resources/cameras/gst_camera.py"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) throw new AssertionError("GStreamer's RTSP server is missing; ./courtside test installs it");
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
