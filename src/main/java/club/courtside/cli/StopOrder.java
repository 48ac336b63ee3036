package club.courtside.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file by which one command asks the launcher to stop, because not every system has signals. */
final class StopOrder {

    private static final String KEEP = "keep-recording";

    private StopOrder() {}

    /** @param keepingRecordings whether the engine goes on with what it records, as for an upgrade */
    static void give(Installation installation, boolean keepingRecordings) throws IOException {
        Path draft = installation.run("stop.new");
        Files.writeString(draft, keepingRecordings ? KEEP : "");
        Files.move(draft, installation.run("stop"), StandardCopyOption.REPLACE_EXISTING);
    }

    static boolean keepsRecording(Installation installation) throws IOException {
        Path order = installation.run("stop");
        return Files.exists(order) && Files.readString(order).equals(KEEP);
    }
}
