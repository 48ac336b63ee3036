package club.courtside.library;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What somebody with a link gets to see.
 *
 * @param angles of the match, the main one first; empty when there is one only
 * @param path of the link, within the application
 * @param card with the addresses of picture and file behind the link
 * @param hevc whether it is H.265, which many browsers cannot play
 * @param mayDownload whether the file may be saved too
 */
public record SharedVideo(
        UUID shareId,
        VideoCard card,
        List<VideoAngle> angles,
        String path,
        boolean hevc,
        List<MarkerView> markers,
        ZoneId clubZone,
        Instant expiresAt,
        boolean mayDownload) {}
