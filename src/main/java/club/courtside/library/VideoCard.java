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
 * @param stripUrl small pictures in one, relative to the context; null while there are none
 * @param stripPictures how many there are in it
 * @param mayDelete whether whoever looks may delete it
 * @param shared whether it is somebody else's, who shared it with whoever looks
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
        String stripUrl,
        int stripPictures,
        String watchUrl,
        String downloadUrl,
        boolean mayDelete,
        boolean shared) {

    static VideoCard of(Video video, Caller caller) {
        return of(
                video,
                !video.isRecording() && VideoAccess.mayDelete(caller, video),
                !VideoAccess.mayChange(caller, video));
    }

    /** For whoever has a link to it. */
    static VideoCard behind(String path, Video video) {
        return of(video, false, true).at(path);
    }

    private static VideoCard of(Video video, boolean mayDelete, boolean shared) {
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
                VideoUrls.strip(video),
                video.pictures().inStrip(),
                VideoUrls.watch(video.id()),
                VideoUrls.download(video.id()),
                mayDelete,
                shared);
    }

    private VideoCard at(String path) {
        return new VideoCard(
                id,
                title,
                status,
                origin,
                clubName,
                courtName,
                ownerName,
                startedAt,
                durationSeconds,
                sizeBytes,
                kept,
                thumbnailUrl == null ? null : path + "/picture.jpg",
                stripUrl == null ? null : path + "/strip.jpg",
                stripPictures,
                path + "/video.mp4",
                path + "/download",
                false,
                true);
    }
}
