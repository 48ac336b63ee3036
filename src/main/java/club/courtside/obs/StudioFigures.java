package club.courtside.obs;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What OBS says of itself ({@code GetStats}).
 *
 * @param cpuPercent of its machine
 * @param memoryMb that it uses
 * @param diskMb free where it records
 * @param renderedFrames since it was started
 * @param skippedFrames that its encoder could not take
 * @param missedFrames that its renderer did not make in time
 */
public record StudioFigures(
        double cpuPercent,
        double memoryMb,
        double diskMb,
        double fps,
        long frames,
        long renderedFrames,
        long skippedFrames,
        long missedFrames) {

    /** Pictures that are not in the recording. */
    public long lost() {
        return skippedFrames + missedFrames;
    }

    public long diskBytes() {
        return (long) (diskMb * 1_000_000);
    }

    static StudioFigures of(JsonNode stats) {
        return new StudioFigures(
                stats.path("cpuUsage").asDouble(),
                stats.path("memoryUsage").asDouble(),
                stats.path("availableDiskSpace").asDouble(),
                stats.path("activeFps").asDouble(),
                stats.path("outputTotalFrames").asLong(),
                stats.path("renderTotalFrames").asLong(),
                stats.path("outputSkippedFrames").asLong(),
                stats.path("renderSkippedFrames").asLong());
    }
}
