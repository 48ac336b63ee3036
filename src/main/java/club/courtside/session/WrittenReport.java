package club.courtside.session;

import club.courtside.engine.api.RecordingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The engine's last report on a recording that was written down.
 *
 * @param recording as it was written down; belongs to no transaction any more
 */
record WrittenReport(Recording recording, RecordingStatus status, Instant at) {

    boolean isOutdatedBy(RecordingStatus newer, Instant now, Duration longest) {
        return status.state() != newer.state()
                || !Objects.equals(status.reason(), newer.reason())
                || !Objects.equals(status.startedAt(), newer.startedAt())
                || !Objects.equals(status.sha256(), newer.sha256())
                || gaps(status) != gaps(newer)
                || !at.plus(longest).isAfter(now);
    }

    private static int gaps(RecordingStatus status) {
        return status.gaps() == null ? 0 : status.gaps().size();
    }
}
