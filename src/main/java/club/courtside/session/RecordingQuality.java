package club.courtside.session;

import club.courtside.platform.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** How well a program that encodes by itself shall do so: the presets of OBS Studio, by its own names. */
public enum RecordingQuality {
    /** What is streamed is recorded too; costs nothing more. */
    @JsonProperty("stream")
    STREAM,
    /** High quality, medium file size. */
    @JsonProperty("high")
    HIGH,
    /** Indistinguishable from the picture itself, large file size. */
    @JsonProperty("indistinguishable")
    INDISTINGUISHABLE;

    /**
     * @param given null or empty leaves it as it is set there
     * @throws ProblemException 400 naming {@code quality}
     */
    public static RecordingQuality of(String given) {
        if (given == null || given.isBlank()) return null;
        return Arrays.stream(values())
                .filter(quality -> quality.inApi().equals(given))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "quality", "the quality is one of stream, high, indistinguishable"));
    }

    private String inApi() {
        return name().toLowerCase(Locale.ROOT);
    }
}
