package club.courtside.engine.api;

import java.util.List;

/**
 * One sentence about the picture of one moment, in the model's language (English).
 *
 * @param file the video, absolute path
 * @param seconds which moment; clamped to the video's length
 * @param models folder of the BLIP model: {@code vision_model.onnx}, {@code text_decoder.onnx}, {@code vocab.txt}, {@code
 *     config.json}
 */
public record DescribeSpec(String file, double seconds, String models) implements TaskSpec {

    @Override
    public List<String> outputs() {
        return List.of();
    }
}
