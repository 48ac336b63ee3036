package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged streams in a process of their own, because what they may end is a process. A tenth of them by default;
 * {@code -Dcourtside.damaged.streams=2000} for all.
 */
class DamagedStreamsTest {

    private static final int STREAMS = Integer.getInteger("courtside.damaged.streams", 200);
    private static final int FIRST = Integer.getInteger("courtside.damaged.first", 0);

    @TempDir
    Path folder;

    @BeforeEach
    void makeStreams() throws Exception {
        Path whole = folder.resolve("whole.mp4");
        try (Mp4Writer writer = new club.courtside.media.ffmpeg.Ffmpeg()
                .recordingTools()
                .writer()
                .create(whole, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264()) writer.write(packet);
            writer.finish();
        }
        Files.createDirectories(folder.resolve("http"));
        run("ffmpeg", "-v", "error", "-i", whole.toString(), "-c", "copy", http("a.ts"));
        run("ffmpeg", "-v", "error", "-i", whole.toString(), "-c", "copy", http("a.flv"));
        run(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                whole.toString(),
                "-c",
                "copy",
                "-movflags",
                "empty_moov+frag_keyframe",
                http("a.mp4"));
        run("ffmpeg", "-v", "error", "-i", whole.toString(), "-c", "copy", http("a.h264"));
        run("ffmpeg", "-v", "error", "-i", whole.toString(), "-frames", "50", http("a.mjpeg"));
    }

    private String http(String name) {
        return folder.resolve("http").resolve(name).toString();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @Test
    void damaged_streams_end_no_engine() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:ErrorFile=" + folder.resolve("abort.log"),
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                DamagedStreams.class.getName(),
                folder.toString(),
                folder.resolve("http").toString(),
                String.valueOf(FIRST),
                String.valueOf(STREAMS)));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(60 + STREAMS, TimeUnit.SECONDS);
            String where = "seed " + Files.readString(folder.resolve("seed")) + ": " + Files.readString(output);
            assertThat(ended).as(where).isTrue();
            assertThat(process.exitValue()).as(where).isZero();
            assertThat(where).contains("survived " + STREAMS);
            int files = Integer.parseInt(where.replaceAll("(?s).*with (\\d+) files.*", "$1"));
            assertThat(files).as("recordings that came of it").isGreaterThan(STREAMS / 2);
        } finally {
            process.destroyForcibly();
        }
    }
}
