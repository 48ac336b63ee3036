package club.courtside.library.arrival;

import club.courtside.library.RenditionView;
import club.courtside.library.VideoView;
import java.util.List;
import java.util.UUID;

/**
 * An uploaded file and what has become of it, from its first byte on under one id.
 *
 * @param title the file's name before it is a video
 * @param reason why it failed, a code such as {@code no_video}; else null
 * @param description what its picture at half its length shows; null when it was not described
 * @param subtitlesUrl WebVTT, relative to the server; null while there are none
 * @param thumbnailUrl relative to the server; null while there is none
 * @param downloadUrl relative to the server; null before it is a video
 * @param renditions converted copies
 */
public record UploadedVideo(
        UUID id,
        HospupStatus status,
        String title,
        String reason,
        long sizeBytes,
        Double durationSeconds,
        String description,
        String subtitlesUrl,
        String thumbnailUrl,
        String downloadUrl,
        List<RenditionView> renditions) {

    static UploadedVideo of(ArrivalView arrival) {
        HospupStatus status = HospupStatus.of(arrival.state());
        String reason = arrival.state() == ArrivalState.EXPIRED ? "expired" : arrival.reason();
        return new UploadedVideo(
                arrival.id(),
                status,
                arrival.fileName(),
                reason,
                arrival.sizeBytes(),
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    static UploadedVideo of(VideoView video) {
        return new UploadedVideo(
                video.id(),
                HospupStatus.of(video.status()),
                video.title(),
                video.reason(),
                video.sizeBytes(),
                video.durationSeconds(),
                video.description(),
                video.subtitlesUrl(),
                video.thumbnailUrl(),
                video.downloadUrl(),
                video.renditions());
    }
}
