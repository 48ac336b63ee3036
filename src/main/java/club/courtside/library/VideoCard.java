package club.courtside.library;

import club.courtside.account.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * A video as it stands in the library's list.
 *
 * @param courtName null when it was made on no court
 * @param ownerName null when it belongs to the club
 * @param durationSeconds while it records: as of some seconds ago
 * @param sizeBytes while it records: as of some seconds ago
 * @param thumbnailUrl relative to the context, null while there is none
 * @param mayDelete whether whoever looks may delete it
 */
public record VideoCard(
        UUID id,
        String title,
        VideoStatus status,
        Origin origin,
        String clubName,
        String courtName,
        String ownerName,
        Instant startedAt,
        double durationSeconds,
        long sizeBytes,
        boolean kept,
        String thumbnailUrl,
        String watchUrl,
        String downloadUrl,
        boolean mayDelete) {

    static VideoCard of(Video video, Caller caller) {
        return new VideoCard(
                video.id(),
                video.title(),
                video.status(),
                video.origin(),
                video.club().name(),
                video.court() == null ? null : video.court().name(),
                video.owner() == null ? null : video.owner().displayName(),
                video.startedAt(),
                video.durationSeconds(),
                video.bytes(),
                video.isKept(),
                VideoUrls.thumbnail(video),
                VideoUrls.watch(video.id()),
                VideoUrls.download(video.id()),
                !video.isRecording() && VideoAccess.mayDelete(caller, video));
    }
}
