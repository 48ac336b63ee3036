package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a picture whose sides have another proportion than those wanted. */
public enum Fit {
    /** It fills all of the new picture; what stands over is cut off on both sides. */
    @JsonProperty("crop")
    CROP,
    /** All of it stays visible, between black bars. */
    @JsonProperty("letterbox")
    LETTERBOX
}
