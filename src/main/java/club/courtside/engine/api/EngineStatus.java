package club.courtside.engine.api;

import java.time.Instant;
import java.util.List;

/** @param ffmpeg version of the bundled FFmpeg libraries */
public record EngineStatus(
        String version,
        String ffmpeg,
        long pid,
        Instant startedAt,
        List<FeedStatus> feeds,
        List<RecordingStatus> recordings) {}
