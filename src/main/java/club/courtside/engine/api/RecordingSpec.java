package club.courtside.engine.api;

import java.time.Instant;

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
 */
public record RecordingSpec(
        String feedId, String file, Instant endsAt, Instant startedAt, boolean sound, String log, boolean hevc) {

    public RecordingSpec(String feedId, String file, Instant endsAt, Instant startedAt, boolean sound, String log) {
        this(feedId, file, endsAt, startedAt, sound, log, false);
    }
}
