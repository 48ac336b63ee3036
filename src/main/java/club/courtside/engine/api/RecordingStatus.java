package club.courtside.engine.api;

import java.time.Instant;
import java.util.List;

/**
 * One recording as it stands; also the record of truth when it has ended.
 *
 * @param startedAt wall-clock time of the first frame in the file, null before it
 * @param endedAt null while it runs
 * @param elapsedSeconds length of the file so far, gaps included
 * @param bytes size of the file so far
 * @param frames video frames written
 * @param packetsReceived packets of the kept tracks that the camera delivered to this recording
 * @param packetsWritten packets written to the file
 * @param deliveredSeconds elapsed without the gaps
 * @param reason why it failed, is interrupted, or was completed before its end ({@code disk_full}), else null
 * @param sha256 hex; follows some time after the end in an event of its own
 */
public record RecordingStatus(
        String id,
        String feedId,
        String file,
        RecordingState state,
        Instant startedAt,
        Instant endsAt,
        Instant endedAt,
        double elapsedSeconds,
        double deliveredSeconds,
        long bytes,
        long bitsPerSecond,
        long frames,
        long packetsReceived,
        long packetsWritten,
        int reconnects,
        List<Gap> gaps,
        MediaTrack video,
        MediaTrack audio,
        Reason reason,
        String sha256) {}
