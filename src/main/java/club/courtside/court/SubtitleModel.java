package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whisper's models, the larger the better and the slower. */
public enum SubtitleModel {
    @JsonProperty("base")
    BASE,
    @JsonProperty("small")
    SMALL,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("large")
    LARGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
