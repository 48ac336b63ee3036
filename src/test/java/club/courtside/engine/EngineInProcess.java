package club.courtside.engine;

import club.courtside.engine.api.RunningEngine;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.HttpEngineClient;
import club.courtside.media.FeedClock;
import club.courtside.media.Source;
import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.media.ffmpeg.FragmentMuxer;
import club.courtside.media.ffmpeg.JpegPictures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole engine inside the test, with cameras of the test's own. */
final class EngineInProcess implements AutoCloseable {

    final AtomicInteger askedToEnd = new AtomicInteger();
    private final Path data;
    private final EngineProgram program;

    EngineInProcess(Path data, Source.Opener cameras, Duration idle) throws IOException {
        this(data, cameras, idle, 0);
    }

    EngineInProcess(Path data, Source.Opener cameras, Duration idle, int rtspPort) throws IOException {
        this.data = data;
        var ffmpeg = new Ffmpeg();
        var parts = new MediaParts(
                cameras,
                ffmpeg.recordingTools(),
                FragmentMuxer::new,
                ffmpeg.liveConversion(),
                JpegPictures::new,
                FeedClock.SYSTEM,
                ffmpeg.version());
        var settings = new EngineSettings(
                data, idle, 2, EngineSettings.PATIENCE, new InetSocketAddress("127.0.0.1", rtspPort), 2);
        Files.createDirectories(settings.run());
        program = new EngineProgram(settings, parts, askedToEnd::incrementAndGet);
    }

    RunningEngine address() {
        return RunningEngine.read(data).orElseThrow();
    }

    EngineClient client() {
        return new HttpEngineClient(HttpClient.newHttpClient(), address());
    }

    boolean isIdle() {
        return program.isIdle();
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
