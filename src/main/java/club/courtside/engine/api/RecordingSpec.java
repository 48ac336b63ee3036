package club.courtside.engine.api;

import java.time.Instant;
import java.util.List;

/**
 * What shall be recorded.
 *
 * @param feedId a feed the engine knows
 * @param file absolute path of the MP4; its folder exists
 * @param endsAt planned end; the engine stops there by itself
 * @param startedAt null for a new recording; after a crash the time its first frame had, so that the outage stays a gap
 * @param sound keep the camera's audio
 * @param log absolute path of this recording's own log, null for none
 * @param hevc keep H.265 as it is; otherwise it becomes H.264, which every player knows
 * @param gaps those that an engine before told of, so that their reasons are not lost with it; null for none
 * @param reconnects those that an engine before told of
 */
public record RecordingSpec(
        String feedId,
        String file,
        Instant endsAt,
        Instant startedAt,
        boolean sound,
        String log,
        boolean hevc,
        List<Gap> gaps,
        int reconnects) {

    public RecordingSpec {
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    public RecordingSpec(String feedId, String file, Instant endsAt, Instant startedAt, boolean sound, String log) {
        this(feedId, file, endsAt, startedAt, sound, log, false, List.of(), 0);
    }

    public RecordingSpec(
            String feedId, String file, Instant endsAt, Instant startedAt, boolean sound, String log, boolean hevc) {
        this(feedId, file, endsAt, startedAt, sound, log, hevc, List.of(), 0);
    }
}
