package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a camera stands, in the words of the status overlay. */
public enum CameraState {
    /** Nobody needs it; not connected. */
    @JsonProperty("idle")
    IDLE,
    @JsonProperty("connecting")
    CONNECTING,
    @JsonProperty("live")
    LIVE,
    @JsonProperty("recording")
    RECORDING,
    /** It is being recorded, and lost for the moment. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    @JsonProperty("offline")
    OFFLINE
}
