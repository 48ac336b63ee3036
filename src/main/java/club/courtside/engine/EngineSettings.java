package club.courtside.engine;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the engine is started with, as system properties.
 *
 * @param data {@code courtside.data}: the data folder, absolute
 * @param idle {@code courtside.engine.idle-seconds}: ends when nobody called for that long and nothing records
 * @param mostViewers {@code courtside.max-viewers}: decoded views of one camera at a time
 * @param patience with readers who take nothing, before they are left
 * @param relay {@code courtside.host} and {@code courtside.rtsp-port}: where the relay listens; 127.0.0.1 and any free
 *     port when they are not given
 * @param tasksAtOnce {@code courtside.engine.tasks}: how many tasks run at the same time; never more than there are cores
 */
record EngineSettings(
        Path data, Duration idle, int mostViewers, Duration patience, InetSocketAddress relay, int tasksAtOnce) {

    /** With a reader that takes nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    EngineSettings {
        if (!data.isAbsolute()) throw new IllegalArgumentException("courtside.data must be an absolute folder");
        if (idle.isNegative() || idle.isZero())
            throw new IllegalArgumentException("courtside.engine.idle-seconds must be above 0");
        if (tasksAtOnce < 1) throw new IllegalArgumentException("courtside.engine.tasks must be above 0");
        tasksAtOnce = Math.min(tasksAtOnce, Runtime.getRuntime().availableProcessors());
        if (mostViewers < 1) throw new IllegalArgumentException("courtside.max-viewers must be above 0");
    }

    static EngineSettings fromSystemProperties() {
        return new EngineSettings(
                Path.of(System.getProperty("courtside.data", "")),
                Duration.ofSeconds(Integer.getInteger("courtside.engine.idle-seconds", 120)),
                Integer.getInteger("courtside.max-viewers", 5),
                PATIENCE,
                new InetSocketAddress(
                        System.getProperty("courtside.host", "127.0.0.1"),
                        Integer.getInteger("courtside.rtsp-port", 0)),
                Integer.getInteger("courtside.engine.tasks", 8));
    }

    Path run() {
        return data.resolve("run");
    }

    Path nativeCache() {
        return data.resolve("cache").resolve("javacpp");
    }

    Path taskFolders() {
        return data.resolve("cache").resolve("tasks");
    }
}
