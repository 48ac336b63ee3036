package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum TaskState {
    /** Others run; it will. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    /** Recordings need the machine; it goes on afterwards by itself. */
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("done")
    DONE,
    /** It cannot be done here, and trying again changes nothing: a model is not installed, the video has no sound. */
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("failed")
    FAILED;

    public boolean hasEnded() {
        return this == DONE || this == SKIPPED || this == FAILED;
    }
}
