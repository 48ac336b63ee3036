package club.courtside.library;

import club.courtside.court.RenditionFormat;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;

/** What is needed to hand out the files of a video. Who may have them was decided before. */
@ApplicationScoped
public class StoredVideos {

    private final VideoFiles files;
    private final Renditions renditions;
    private final Markers markers;
    private final RemoteCopies copies;

    @Inject
    public StoredVideos(VideoFiles files, Renditions renditions, Markers markers, RemoteCopies copies) {
        this.files = files;
        this.renditions = renditions;
        this.markers = markers;
        this.copies = copies;
    }

    protected StoredVideos() {
        this(null, null, null, null);
    }

    StoredVideo of(Video video) {
        Path own = files.of(video);
        Path playable = playable(video);
        return new StoredVideo(
                video.title(),
                own,
                playable,
                video.isAway() && playable.equals(own) ? copies.toWatch(video).orElse(null) : null,
                video.isAway()
                        ? copies.toDownload(
                                        video,
                                        DownloadName.of(video.title(), own).file())
                                .orElse(null)
                        : null,
                video.hasSubtitles() ? files.subtitlesOf(video) : null,
                video.pictures().hasThumbnail() ? files.thumbnailOf(video.id()) : null,
                video.pictures().inStrip() > 0 ? files.stripOf(video.id()) : null,
                video.isRecording(),
                MarkerView.of(markers.of(video), video.startedAt()));
    }

    /** Its own file where browsers can play that, else a copy where there is one. */
    private Path playable(Video video) {
        if (video.isPlayedByBrowsers()) return files.of(video);
        return renditions.of(List.of(video)).stream()
                .findFirst()
                .map(rendition -> files.renditionOf(video, rendition.format()))
                .orElse(files.of(video));
    }

    /** @throws ProblemException 404 when there is no such copy */
    Path rendition(Video video, RenditionFormat format) {
        if (renditions.of(video, format).isEmpty())
            throw ProblemException.notFound("this video has no copy of that format");
        return files.renditionOf(video, format);
    }
}
