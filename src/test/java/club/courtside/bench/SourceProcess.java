package club.courtside.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process that plays all cameras, as the bench drives it; see {@link club.courtside.bench.source.SourceMain}. */
public final class SourceProcess implements AutoCloseable {

    /** @param skipped of those, left out because the reader took nothing */
    public record Sent(long pictures, long skipped, int connections) {}

    /** How far behind its schedule the source was, in ms. */
    public record Late(int p50, int p99, int most) {
        /** Then the run measures the source, not its readers. */
        public boolean isTooMuch() {
            return p99 > 200;
        }
    }

    private final Process process;
    private final OutputStream orders;
    private final BufferedReader answers;
    private final int rtspPort;
    private final int httpPort;

    public SourceProcess(Film film) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "club.courtside.bench.source.SourceMain",
                        film.h264().toString(),
                        film.jpegs().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = process.getOutputStream();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String ports = answers.readLine();
        if (ports == null) throw new IOException("the source did not start");
        rtspPort = Integer.parseInt(ports.split(" ")[0]);
        httpPort = Integer.parseInt(ports.split(" ")[1]);
    }

    public String rtsp(String camera) {
        return "rtsp://127.0.0.1:" + rtspPort + "/" + camera;
    }

    public String jpeg(String camera) {
        return "http://127.0.0.1:" + httpPort + "/" + camera;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends all streams in good order, as cameras that are switched off. */
    public void end() throws IOException {
        order("end");
    }

    /** Begins anew. */
    public void open() throws IOException {
        order("open");
    }

    public Sent sent(String camera) throws IOException {
        String[] answer = order("sent " + camera).split(" ");
        return new Sent(Long.parseLong(answer[0]), Long.parseLong(answer[1]), Integer.parseInt(answer[2]));
    }

    /** One picture: its number since PLAY, and when it was sent, µs since 1970. */
    public record Shown(long frame, long micros) {}

    /** The last pictures that were sent. */
    public List<Shown> times(String camera) throws IOException {
        return Arrays.stream(order("times " + camera).split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split(":"))
                .map(pair -> new Shown(Long.parseLong(pair[0]), Long.parseLong(pair[1])))
                .toList();
    }

    public Late late() throws IOException {
        String[] answer = order("late").split(" ");
        return new Late(Integer.parseInt(answer[0]), Integer.parseInt(answer[1]), Integer.parseInt(answer[2]));
    }

    public void drop(String camera) throws IOException {
        order("drop " + camera);
    }

    public void stall(String camera, long millis) throws IOException {
        order("stall " + camera + " " + millis);
    }

    public void refuse(String camera, long millis) throws IOException {
        order("refuse " + camera + " " + millis);
    }

    private synchronized String order(String order) throws IOException {
        orders.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) throw new IOException("the source has ended");
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
