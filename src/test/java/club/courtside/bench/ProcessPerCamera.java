package club.courtside.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a club would script: one program for each camera. */
final class ProcessPerCamera implements Contender {

    private static final String CAMERA = "CAMERA";
    private static final String FILE = "FILE";

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Function<String, String> addresses;
    private final boolean endsWithItsCamera;
    private final List<Process> processes = new ArrayList<>();
    private Path folder;

    /** @param addresses a camera's name to its address */
    private ProcessPerCamera(
            String name,
            List<String> command,
            Map<String, String> environment,
            Function<String, String> addresses,
            boolean endsWithItsCamera) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.addresses = addresses;
        this.endsWithItsCamera = endsWithItsCamera;
    }

    /** FFmpeg 5 has no {@code hybrid_fragmented}: its file stays fragmented, which costs it less. */
    static Contender debianFfmpeg(SourceProcess source) {
        return new ProcessPerCamera(
                "FFmpeg (Debian)", ffmpeg("ffmpeg", "+empty_moov+default_base_moof"), Map.of(), source::rtsp, true);
    }

    static Contender bundledFfmpeg(SourceProcess source, BundledFfmpeg bundled) {
        return new ProcessPerCamera(
                "FFmpeg (bundled)",
                ffmpeg(bundled.program().toString(), "+hybrid_fragmented"),
                bundled.environment(),
                source::rtsp,
                true);
    }

    /** An MJPEG camera to H.264. */
    static Contender x264(String name, SourceProcess source, BundledFfmpeg bundled, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                bundled.program().toString(),
                "-nostdin",
                "-v",
                "error",
                "-f",
                "mpjpeg",
                "-use_wallclock_as_timestamps",
                "1",
                "-i",
                CAMERA,
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "23",
                "-pix_fmt",
                "yuv420p"));
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-fps_mode",
                "passthrough",
                "-movflags",
                "+hybrid_fragmented",
                "-frag_duration",
                "1000000",
                "-flush_packets",
                "1",
                FILE));
        return new ProcessPerCamera(name, command, bundled.environment(), source::jpeg, false);
    }

    private static List<String> ffmpeg(String program, String flags) {
        return List.of(
                program,
                "-nostdin",
                "-v",
                "error",
                "-rtsp_transport",
                "tcp",
                "-i",
                CAMERA,
                "-c",
                "copy",
                "-movflags",
                flags,
                "-frag_duration",
                "1000000",
                "-flush_packets",
                "1",
                FILE);
    }

    static Contender gstreamer(SourceProcess source) {
        return new ProcessPerCamera(
                "GStreamer",
                List.of(
                        "gst-launch-1.0",
                        "-q",
                        "-e",
                        "rtspsrc",
                        "location=" + CAMERA,
                        "protocols=tcp",
                        "latency=0",
                        "!",
                        "rtph264depay",
                        "!",
                        "h264parse",
                        "!",
                        "mp4mux",
                        "fragment-duration=1000",
                        "!",
                        "filesink",
                        "location=" + FILE),
                Map.of(),
                source::rtsp,
                true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String commandLine() {
        return Path.of(command.get(0)).getFileName() + " " + String.join(" ", command.subList(1, command.size()));
    }

    @Override
    public void start(List<String> cameras, Path into) throws IOException {
        folder = into;
        processes.clear();
        for (String camera : cameras) {
            List<String> line = command.stream()
                    .map(word -> word.replace(CAMERA, addresses.apply(camera))
                            .replace(FILE, file(camera).toString()))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(camera + ".log").toFile());
            builder.environment().putAll(environment);
            processes.add(builder.start());
        }
    }

    @Override
    public Collection<Long> pids() {
        return processes.stream().map(Process::pid).toList();
    }

    @Override
    public Path file(String camera) {
        return folder.resolve(camera + ".mp4");
    }

    /** The end of their stream ends them; what has no end is asked to. */
    @Override
    public void finish() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(endsWithItsCamera ? 20 : 0);
        for (Process process : processes) {
            if (process.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)) continue;
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
