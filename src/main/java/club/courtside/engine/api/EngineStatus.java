package club.courtside.engine.api;

import java.time.Instant;
import java.util.List;

/**
 * @param ffmpeg version of the bundled FFmpeg libraries
 * @param relay null from an engine that has none
 */
public record EngineStatus(
        String version,
        String ffmpeg,
        long pid,
        Instant startedAt,
        List<FeedStatus> feeds,
        List<RecordingStatus> recordings,
        RelayStatus relay) {}
