package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.session.RecordingView;
import java.time.ZoneId;
import java.util.List;

/**
 * A video with all that its own page shows.
 *
 * @param recording how it was recorded, the certificate; null when it was not recorded here
 * @param clubZone the club's clock
 * @param reason why the video is not as it should be ({@code missing}, {@code unreadable}, {@code changed}), else null
 * @param angleName what the camera was called; null when it is not known
 * @param angles the same match from all of its angles, this one among them; empty when there is no other
 * @param mayChange whether whoever looks may rename, mark, keep and share it
 * @param markers its moments, in their order
 * @param container ending of its file, without dot
 * @param description what its picture shows, in English; null when it was not described
 * @param subtitlesUrl null while there are none
 * @param renditions converted copies
 * @param watchedAsCopy whether players get a copy of it, because browsers don't play its own file
 * @param sha256 of its file if it was uploaded, else null: a recording has its certificate
 */
public record VideoDetails(
        VideoCard card,
        int width,
        int height,
        String videoCodec,
        String audioCodec,
        RecordingView recording,
        ZoneId clubZone,
        String reason,
        String angleName,
        List<VideoAngle> angles,
        boolean mayChange,
        List<MarkerView> markers,
        String container,
        String sha256,
        String description,
        String subtitlesUrl,
        List<RenditionView> renditions,
        boolean watchedAsCopy) {

    static VideoDetails of(
            Video video,
            RecordingView recording,
            List<VideoAngle> angles,
            List<Marker> markers,
            List<Rendition> renditions,
            Caller caller) {
        return new VideoDetails(
                VideoCard.of(video, caller),
                video.format().width(),
                video.format().height(),
                video.format().videoCodec(),
                video.format().audioCodec(),
                recording,
                video.club().timeZone(),
                renditions.isEmpty() || video.isPlayedByBrowsers() ? video.reason() : null,
                video.angleName(),
                angles,
                VideoAccess.mayChange(caller, video),
                MarkerView.of(markers, video.startedAt()),
                video.file().substring(video.file().lastIndexOf('.') + 1),
                video.sha256(),
                video.description(),
                VideoUrls.subtitles(video),
                renditions.stream().map(RenditionView::of).toList(),
                !renditions.isEmpty() && !video.isPlayedByBrowsers());
    }
}
