package club.courtside.library;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why retention removes a video. */
public enum RemovalCause {
    /** It has been there for longer than the club keeps videos. */
    @JsonProperty("age")
    AGE,
    /** Nothing was recorded, and there was time enough to see why. */
    @JsonProperty("failed")
    FAILED,
    /** The club's videos take more space than they may; it is one of the oldest. */
    @JsonProperty("quota")
    QUOTA
}
