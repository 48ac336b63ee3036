package club.courtside.media.caption;

import club.courtside.media.ModelUnusable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a BLIP model ({@code Salesforce/blip-image-captioning-*}), exported to ONNX in two parts.
 *
 * @param folder that holds them
 */
public record BlipFiles(Path folder) {

    private static final String CONFIG = "config.json";
    private static final String VOCABULARY = "vocab.txt";
    private static final int USUAL_SIDE = 384;

    Path vision() {
        return folder.resolve("vision_model.onnx");
    }

    Path decoder() {
        return folder.resolve("text_decoder.onnx");
    }

    /** Names of those that are not there. */
    public List<String> missing() {
        return Stream.of(vision(), decoder(), folder.resolve(VOCABULARY), folder.resolve(CONFIG))
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    List<String> vocabulary() throws IOException {
        List<String> words = Files.readAllLines(folder.resolve(VOCABULARY));
        if (words.size() < 2) throw new ModelUnusable(VOCABULARY + " has no words");
        return words;
    }

    JsonNode config() throws IOException {
        try {
            JsonNode config =
                    JsonMapper.builder().build().readTree(folder.resolve(CONFIG).toFile());
            if (config.isObject()) return config;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new ModelUnusable(CONFIG + " is no JSON", e);
        }
        throw new ModelUnusable(CONFIG + " is no JSON object");
    }

    /** Of the square picture that the model looks at, in pixels. */
    static int side(JsonNode config) {
        return config.path("vision_config").path("image_size").asInt(USUAL_SIDE);
    }
}
