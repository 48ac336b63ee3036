package club.courtside.health;

import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which models are where the steps of processing look for them; docs/models.md tells what they are. */
@ApplicationScoped
public class ModelFolder {

    private static final List<String> CAPTION =
            List.of("vision_model.onnx", "text_decoder.onnx", "vocab.txt", "config.json");
    private static final String SUBTITLES = "ggml-*.bin";

    private final DataFolder data;

    @Inject
    public ModelFolder(DataFolder data) {
        this.data = data;
    }

    protected ModelFolder() {
        this(null);
    }

    Path path() {
        return data.models();
    }

    /** Files that are not there; none when all is well. Of those for subtitles one is enough. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String file : CAPTION) if (!Files.isRegularFile(path().resolve(file))) missing.add(file);
        if (!hasSubtitles()) missing.add(SUBTITLES);
        return missing;
    }

    private boolean hasSubtitles() {
        if (!Files.isDirectory(path())) return false;
        try (var found = Files.newDirectoryStream(path(), SUBTITLES)) {
            return found.iterator().hasNext();
        } catch (java.io.IOException unreadable) {
            return false;
        }
    }
}
