package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum FeedState {
    /** Nobody needs it; not connected. */
    @JsonProperty("idle")
    IDLE,
    @JsonProperty("connecting")
    CONNECTING,
    @JsonProperty("live")
    LIVE,
    /** Needed, but not connected; tried again with growing pauses. */
    @JsonProperty("lost")
    LOST
}
