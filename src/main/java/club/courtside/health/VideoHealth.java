package club.courtside.health;

/**
 * Whether Courtside can record now.
 *
 * @param status {@code healthy}, {@code degraded} (the disk's reserve is used up, or the relay does not listen) or {@code unhealthy} (no engine)
 */
public record VideoHealth(String status, Engine engine, Disk disk, Relay relay) {

    /**
     * @param state {@code up} or {@code down}
     * @param ffmpeg version of the bundled FFmpeg libraries, null without engine
     */
    public record Engine(String state, String version, String ffmpeg, int feeds, int recordings) {}

    /**
     * The RTSP server.
     *
     * @param state {@code up} or {@code down}
     * @param port 0 while it does not listen
     * @param reason why it does not listen, else null
     */
    public record Relay(String state, String host, int port, int readers, String reason) {}

    /** @param state {@code ok}, or {@code low} when no recording can start any more */
    public record Disk(String state, long freeBytes, long reservedBytes) {}
}
