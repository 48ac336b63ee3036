package club.courtside.media;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What happened to one recording, for people. Never the reason that a recording fails. */
final class RecordingLog {

    private static final System.Logger LOG = System.getLogger(RecordingLog.class.getName());

    private final String id;
    private final Path file;
    private final FeedClock clock;

    /** @param file null to write only to the engine's log */
    RecordingLog(String id, Path file, FeedClock clock) {
        this.id = id;
        this.file = file;
        this.clock = clock;
    }

    void say(String sentence) {
        LOG.log(Level.INFO, "Recording {0}: {1}", id, sentence);
        if (file == null) return;
        try {
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    (clock.now() + " " + sentence + System.lineSeparator()).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Recording " + id + " cannot write its log", e);
        }
    }
}
