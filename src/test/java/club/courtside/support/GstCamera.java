package club.courtside.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GStreamer's RTSP server as a process of its own; its streams stand in {@code gst_camera.py}. {@code ./courtside test} installs it. */
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

    /** Asks for basic authentication (RFC 7617). */
    public static GstCamera basic(String user, String password) throws IOException {
        return new GstCamera("--basic", user, password);
    }

    /** Sends datagrams and nothing else. */
    public static GstCamera datagrams() throws IOException {
        return new GstCamera("--udp-only");
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
        return url("plain");
    }

    public String url(String stream) {
        return "rtsp://127.0.0.1:" + port + "/" + stream;
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
