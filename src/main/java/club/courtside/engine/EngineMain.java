package club.courtside.engine;

import club.courtside.engine.api.RunningEngine;
import club.courtside.media.FeedClock;
import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.media.ffmpeg.FragmentMuxer;
import club.courtside.media.ffmpeg.JpegPictures;
import club.courtside.media.rtsp.RtspOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The engine process: connects to cameras, records and shows them, driven over HTTP on loopback. It outlives the web
 * application, finishes its recordings when it is asked to end (SIGTERM, Ctrl-C, {@code /shutdown}), and ends by itself
 * when nobody wants anything of it. Exit code 3: another engine works on this data folder.
 *
 * @see EngineSettings
 */
public final class EngineMain {

    private static final String LOG_LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";

    private static final int CANNOT_START = 1;

    private EngineMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        configureLog();
        EngineSettings settings = EngineSettings.fromSystemProperties();
        Files.createDirectories(settings.run());
        Optional<EngineLock> lock = EngineLock.take(settings.run().resolve("engine.lock"));
        if (lock.isEmpty()) {
            System.err.println("another engine works on " + settings.data());
            System.exit(RunningEngine.ALREADY_RUNNING);
        }
        prepareNatives(settings);
        EngineProgram program = open(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program, lock.orElseThrow()), "end"));
        while (!program.isIdle()) TimeUnit.SECONDS.sleep(1);
        System.exit(0);
    }

    /** What was begun already would keep a process alive that nobody can find. */
    private static EngineProgram open(EngineSettings settings) {
        try {
            return new EngineProgram(settings, parts(), EngineMain::exitSoon);
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("the engine cannot start: " + e);
            System.exit(CANNOT_START);
            throw new IllegalStateException(e);
        }
    }

    private static void configureLog() {
        System.setProperty("java.util.logging.manager", EngineLog.class.getName());
        System.setProperty("java.util.logging.SimpleFormatter.format", LOG_LINE);
    }

    private static void prepareNatives(EngineSettings settings) throws IOException {
        Files.createDirectories(settings.nativeCache());
        System.setProperty(
                "org.bytedeco.javacpp.cachedir", settings.nativeCache().toString());
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }

    private static MediaParts parts() {
        var ffmpeg = new Ffmpeg();
        return new MediaParts(
                new RtspOpener(ffmpeg.opener()),
                ffmpeg.recordingTools(),
                FragmentMuxer::new,
                ffmpeg.liveConversion(),
                JpegPictures::new,
                FeedClock.SYSTEM,
                ffmpeg.version());
    }

    private static void exitSoon() {
        new Thread(() -> System.exit(0), "exit").start();
    }

    private static void end(EngineProgram program, EngineLock lock) {
        try (lock) {
            program.close();
        } catch (IOException e) {
            System.err.println("the end was not in good order: " + e.getMessage());
        }
    }
}
