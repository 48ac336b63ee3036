package club.courtside.upload;

import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a target found out about a video, put where the library finds it: its description and its subtitles. What the video
 * has already stays.
 */
@ApplicationScoped
public class UploadResults {

    private static final String WEBVTT = "WEBVTT";

    private final VideoFiles files;

    @Inject
    public UploadResults(VideoFiles files) {
        this.files = files;
    }

    protected UploadResults() {
        this(null);
    }

    void keep(Upload upload, JsonNode said) {
        Video video = upload.video();
        String description = said.path("description").asText("");
        if (video.description() == null && said.path("description").isTextual() && !description.isBlank())
            video.describe(description.strip());
        JsonNode subtitles = said.path("subtitles");
        String vtt = subtitles.isTextual()
                ? subtitles.asText()
                : subtitles.path("vtt").asText("");
        if (video.hasSubtitles() || !vtt.startsWith(WEBVTT)) return;
        write(files.subtitlesOf(video), vtt);
        String srt = subtitles.path("srt").asText("");
        if (!srt.isBlank()) write(files.subRipOf(video), srt);
        video.subtitled();
    }

    private static void write(Path file, String text) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the subtitles cannot be written", e);
        }
    }
}
