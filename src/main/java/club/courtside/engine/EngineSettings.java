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
 */
record EngineSettings(Path data, Duration idle, int mostViewers, Duration patience, InetSocketAddress relay) {

    /** With a reader that takes nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    EngineSettings {
        if (!data.isAbsolute()) throw new IllegalArgumentException("courtside.data must be an absolute folder");
        if (idle.isNegative() || idle.isZero())
            throw new IllegalArgumentException("courtside.engine.idle-seconds must be above 0");
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
                        Integer.getInteger("courtside.rtsp-port", 0)));
    }

    Path run() {
        return data.resolve("run");
    }

    Path nativeCache() {
        return data.resolve("cache").resolve("javacpp");
    }
}
