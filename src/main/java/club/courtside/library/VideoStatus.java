package club.courtside.library;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum VideoStatus {
    /** Its file still grows; playable up to now. */
    @JsonProperty("recording")
    RECORDING,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("ready")
    READY,
    /** There is nothing, or nothing playable, in it. */
    @JsonProperty("failed")
    FAILED
}
