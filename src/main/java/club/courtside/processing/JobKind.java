package club.courtside.processing;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum JobKind {
    /** A copy in the club's format. */
    @JsonProperty("convert")
    CONVERT,
    /** What the picture at half its length shows, in words. */
    @JsonProperty("describe")
    DESCRIBE,
    @JsonProperty("subtitle")
    SUBTITLE
}
