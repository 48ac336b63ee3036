package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum RecordingState {
    /** Waiting for the first frame. */
    @JsonProperty("starting")
    STARTING,
    @JsonProperty("recording")
    RECORDING,
    /** The camera is lost; still trying. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    @JsonProperty("finalizing")
    FINALIZING,
    @JsonProperty("completed")
    COMPLETED,
    /** Nothing, or nothing playable, was recorded. */
    @JsonProperty("failed")
    FAILED;

    public boolean hasEnded() {
        return this == COMPLETED || this == FAILED;
    }
}
