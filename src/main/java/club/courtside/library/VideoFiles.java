package club.courtside.library;

import club.courtside.court.RenditionFormat;
import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Where the files of the library lie on disk. */
@ApplicationScoped
public class VideoFiles {

    private static final String SENT = "-sent-";

    private final DataFolder data;

    @Inject
    public VideoFiles(DataFolder data) {
        this.data = data;
    }

    protected VideoFiles() {
        this(null);
    }

    public Path of(Video video) {
        return at(video.file());
    }

    Path at(String file) {
        Path path = data.root().resolve(file).normalize();
        if (!path.startsWith(data.videos())) throw new IllegalStateException("no video lies at " + file);
        return path;
    }

    /** Where a copy of it lies, or will. */
    public Path renditionOf(Video video, RenditionFormat format) {
        return besides(video, "-" + format.code() + ".mp4");
    }

    /** Where its subtitles lie, or will: WebVTT. */
    public Path subtitlesOf(Video video) {
        return besides(video, ".vtt");
    }

    /** The same as SubRip, for players that want that. */
    public Path subRipOf(Video video) {
        return besides(video, ".srt");
    }

    /** Where a compact copy lies until it takes the place of the video's own file: on the same disk. */
    public Path compactOf(UUID clubId, UUID videoId) {
        return data.renditions(clubId).resolve(videoId + "-compact.mp4");
    }

    private Path besides(Video video, String ending) {
        return data.renditions(video.club().id()).resolve(video.id() + ending);
    }

    /** Where the smaller copy lies that one upload is sent as. */
    public Path sentCopyOf(UUID clubId, UUID videoId, UUID uploadId) {
        return data.renditions(clubId).resolve(videoId + SENT + uploadId + ".mp4");
    }

    private void deleteSentCopies(Video video) throws IOException {
        try (var copies = Files.newDirectoryStream(data.renditions(video.club().id()), video.id() + SENT + "*")) {
            for (Path copy : copies) Files.deleteIfExists(copy);
        }
    }

    Path thumbnailOf(UUID videoId) {
        return data.thumbnails().resolve(videoId + ".jpg");
    }

    Path stripOf(UUID videoId) {
        return data.thumbnails().resolve(videoId + ".strip.jpg");
    }

    /** 0 when there is no such file. */
    long size(String file) {
        try {
            return Files.size(at(file));
        } catch (IOException missing) {
            return 0;
        }
    }

    /**
     * With its picture, its copies and whatever a crash has left of it.
     *
     * @throws IOException when the file system does not let go of it, as Windows does while somebody reads it
     */
    void delete(Video video) throws IOException {
        Path file = of(video);
        Files.deleteIfExists(file);
        for (String kind : new String[] {".crash.mp4", ".unreadable.mp4"})
            Files.deleteIfExists(
                    file.resolveSibling(file.getFileName().toString().replaceFirst("\\.mp4$", kind)));
        for (RenditionFormat format : RenditionFormat.values()) Files.deleteIfExists(renditionOf(video, format));
        Files.deleteIfExists(compactOf(video.club().id(), video.id()));
        Files.deleteIfExists(subtitlesOf(video));
        Files.deleteIfExists(subRipOf(video));
        deletePictures(video.id());
        deleteSentCopies(video);
    }

    void deletePictures(UUID videoId) throws IOException {
        Files.deleteIfExists(thumbnailOf(videoId));
        Files.deleteIfExists(stripOf(videoId));
    }

    /** Another file takes the place of its own, in one step that survives a power cut. */
    public void replace(Video video, Path by) throws IOException {
        Path file = of(video);
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException windows) {
            // It opens no folders, and keeps names by itself.
        }
    }

    /** Its own file alone; what was made of it stays. */
    public void deleteOwn(Video video) throws IOException {
        Files.deleteIfExists(of(video));
    }

    boolean exists(String file) {
        return Files.isRegularFile(at(file));
    }
}
