package club.courtside.library.arrival;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum ArrivalState {
    /** More of it is to come. */
    @JsonProperty("receiving")
    RECEIVING,
    /** All of it is here; somebody looks whether it is a video, and whole. */
    @JsonProperty("examining")
    EXAMINING,
    /** It stands in the library, as the video with the same id. */
    @JsonProperty("done")
    DONE,
    /** It is none that the library takes; nothing is left of it but the reason. */
    @JsonProperty("refused")
    REFUSED,
    /** Nothing came for too long; nothing is left of it. */
    @JsonProperty("expired")
    EXPIRED;

    boolean isOver() {
        return this == DONE || this == REFUSED || this == EXPIRED;
    }
}
