package club.courtside.health;

/**
 * Whether Courtside can record now.
 *
 * @param status {@code healthy}, {@code degraded} (the disk's reserve is used up) or {@code unhealthy} (no engine)
 */
public record VideoHealth(String status, Engine engine, Disk disk) {

    /**
     * @param state {@code up} or {@code down}
     * @param ffmpeg version of the bundled FFmpeg libraries, null without engine
     */
    public record Engine(String state, String version, String ffmpeg, int feeds, int recordings) {}

    /** @param state {@code ok}, or {@code low} when no recording can start any more */
    public record Disk(String state, long freeBytes, long reservedBytes) {}
}
