package club.courtside.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One way to record cameras into MP4 files without encoding. */
interface Contender extends AutoCloseable {

    String name();

    /** How it is started, for whoever wants to repeat it. */
    String commandLine();

    /** Begins to record every camera, returns without waiting for pictures. */
    void start(List<String> cameras, Path folder) throws IOException;

    /** All processes that take part. */
    Collection<Long> pids();

    Path file(String camera);

    /** When it said itself that a camera's first picture was recorded, {@link System#nanoTime()}; empty when it says nothing. */
    default Map<String, Long> announced() {
        return Map.of();
    }

    /** The cameras have ended their streams: closes the files in good order. */
    void finish() throws IOException, InterruptedException;

    @Override
    default void close() {}
}
