package club.courtside.library;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a video came into the library. */
public enum Origin {
    @JsonProperty("recording")
    RECORDING,
    @JsonProperty("obs")
    OBS,
    @JsonProperty("upload")
    UPLOAD,
    @JsonProperty("clip")
    CLIP,
    @JsonProperty("import")
    IMPORT
}
