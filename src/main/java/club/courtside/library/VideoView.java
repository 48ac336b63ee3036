package club.courtside.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A video as the API shows it.
 *
 * @param owner display name, null when it belongs to the club
 * @param reason {@code missing}, {@code unreadable} or {@code changed} when its file is not as it should be, {@code
 *     unconverted} when it has to be converted before browsers play it, else null
 * @param thumbnailUrl relative to the server, null while there is none
 * @param downloadUrl relative to the server; answers byte ranges
 * @param description what the picture at half its length shows, in English; null when it was not described
 * @param subtitlesUrl WebVTT, relative to the server; null while there are none
 * @param renditions converted copies; empty in live updates
 * @param markers its moments, in their order; empty in live updates
 * @param platforms what has made it, and what has processed it
 * @param autoUploadCompleted whether it was sent away without anybody asking for it; false in live updates
 * @param vultrUploads where it was sent, the first ones first; empty in live updates
 * @param angles the same match from other angles; absent when there are none, and in live updates
 * @param sha256 of a file that was uploaded; absent for recordings, whose certificate has it
 */
public record VideoView(
        UUID id,
        UUID sessionId,
        UUID recordingId,
        UUID clubId,
        UUID courtId,
        String title,
        Origin origin,
        String owner,
        Instant startedAt,
        double durationSeconds,
        long sizeBytes,
        int width,
        int height,
        String videoCodec,
        String audioCodec,
        String description,
        VideoStatus status,
        String reason,
        boolean keep,
        String thumbnailUrl,
        String downloadUrl,
        String subtitlesUrl,
        List<RenditionView> renditions,
        List<MarkerView> markers,
        List<String> platforms,
        boolean autoUploadCompleted,
        List<VideoUpload> vultrUploads,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VideoAngle> angles,
        @JsonInclude(JsonInclude.Include.NON_NULL) String sha256) {

    private static final String PROCESSING = "processing_server";

    public static VideoView of(Video video) {
        return of(video, List.of(), List.of(), List.of(), List.of());
    }

    static VideoView of(
            Video video,
            List<MarkerView> markers,
            List<VideoAngle> angles,
            List<RenditionView> renditions,
            List<VideoUpload> uploads) {
        return new VideoView(
                video.id(),
                video.sessionId(),
                video.recordingId(),
                video.club().id(),
                video.court() == null ? null : video.court().id(),
                video.title(),
                video.origin(),
                video.owner() == null ? null : video.owner().displayName(),
                video.startedAt(),
                video.durationSeconds(),
                video.bytes(),
                video.format().width(),
                video.format().height(),
                video.format().videoCodec(),
                video.format().audioCodec(),
                video.description(),
                video.status(),
                video.reason(),
                video.isKept(),
                VideoUrls.thumbnail(video),
                VideoUrls.download(video.id()),
                VideoUrls.subtitles(video),
                renditions,
                markers,
                platforms(video.origin(), uploads),
                uploads.stream().anyMatch(upload -> upload.automatic() && upload.isDone()),
                uploads,
                angles,
                video.sha256());
    }

    private static List<String> platforms(Origin origin, List<VideoUpload> uploads) {
        List<String> platforms = new ArrayList<>();
        if (origin == Origin.RECORDING) platforms.add("Camera Recording");
        if (origin == Origin.OBS) platforms.add("OBS Recording");
        if (uploads.stream()
                .anyMatch(upload -> upload.isDone() && upload.target().equals(PROCESSING)))
            platforms.add("Vultr Processing");
        return platforms;
    }

    static UUID ownerId(Video video) {
        return video.owner() == null ? null : video.owner().id();
    }
}
