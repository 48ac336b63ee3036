package club.courtside.engine;

import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.media.FeedClock;
import club.courtside.media.Recording;
import club.courtside.media.RecordingTools;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** A file whose writer was killed and whose recording is over: it becomes an ordinary MP4, or is found to hold nothing. */
final class UnfinishedFile {

    private static final String ID = "unfinished";

    private final Recording.Plan plan;
    private final RecordingTools tools;
    private final Semaphore changes = new Semaphore(0);

    UnfinishedFile(Path file, RecordingTools tools) {
        this.plan = new Recording.Plan(ID, file, Instant.EPOCH, null, true, null);
        this.tools = tools;
    }

    /** Waits until it is done, its SHA-256 included. */
    RecordingStatus finish() {
        Recording recording = Recording.putInOrder(plan, tools, FeedClock.SYSTEM, changes::release);
        var spec = new RecordingSpec(null, plan.file().toString(), plan.endsAt(), null, true, null);
        while (true) {
            RecordingStatus status = Statuses.of(ID, spec, recording.snapshot());
            boolean done = status.state().hasEnded() && (status.bytes() == 0 || status.sha256() != null);
            if (done) return status;
            changes.acquireUninterruptibly();
        }
    }
}
