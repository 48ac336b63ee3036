package club.courtside.engine.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is said in a video, written to files in UTF-8.
 *
 * @param file the video, absolute path
 * @param models folder of Whisper's models
 * @param model {@code base}, {@code small}, {@code medium} or {@code large}: the file {@code ggml-MODEL.bin} in the folder
 * @param language two letters (ISO 639-1); null: found out
 * @param vtt the WebVTT file to write, absolute path; null for none
 * @param srt the SubRip file to write, absolute path; null for none
 */
public record SubtitleSpec(String file, String models, String model, String language, String vtt, String srt)
        implements TaskSpec {

    @Override
    public List<String> outputs() {
        return Stream.of(vtt, srt).filter(Objects::nonNull).toList();
    }
}
