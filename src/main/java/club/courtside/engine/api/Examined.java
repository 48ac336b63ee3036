package club.courtside.engine.api;

import java.time.Instant;

/**
 * A file that was read from its first to its last packet.
 *
 * @param info of the copy when there is one, else of the file
 * @param extension that belongs to the file's container, without dot: {@code mp4}, {@code mkv} …
 * @param filmedAt as the file says it, null when it does not
 */
public record Examined(MediaInfo info, FileForm form, String extension, Instant filmedAt) {}
