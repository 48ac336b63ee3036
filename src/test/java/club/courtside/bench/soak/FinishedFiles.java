package club.courtside.bench.soak;

import club.courtside.bench.VideoFile;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at every file when its recording has ended, and deletes it: half an hour of ten cameras is a lot of bytes. */
final class FinishedFiles {

    private final List<String> complaints = new ArrayList<>();
    private int completed;
    private int failed;
    private int gaps;
    private long pictures;

    void check(RecordingStatus recording) throws IOException, InterruptedException {
        Path file = Path.of(recording.file());
        gaps += recording.gaps().size();
        if (recording.state() == RecordingState.FAILED) {
            failed++;
            if (Files.exists(file)) complain(recording, "failed, but left a file");
            if (recording.reason() == null) complain(recording, "failed without a reason");
        } else {
            completed++;
            VideoFile found = VideoFile.read(file);
            pictures += found.pictures();
            if (!found.isSound()) complain(recording, found.complaint());
            if (found.pictures() != recording.frames())
                complain(recording, "has " + found.pictures() + " pictures instead of " + recording.frames());
            if (recording.packetsReceived() != recording.packetsWritten())
                complain(recording, "lost " + (recording.packetsReceived() - recording.packetsWritten()) + " packets");
        }
        Files.deleteIfExists(file);
    }

    private void complain(RecordingStatus recording, String what) {
        complaints.add("Recording " + recording.id() + ": " + what);
    }

    List<String> complaints() {
        return complaints;
    }

    String summary() {
        return ("%d recordings completed and read by ffprobe (%d pictures, %d gaps), %d failed because their camera was"
                        + " away all the time; %d complaints")
                .formatted(completed, pictures, gaps, failed, complaints.size());
    }
}
