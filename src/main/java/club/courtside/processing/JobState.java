package club.courtside.processing;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum JobState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    /** An attempt failed; there will be another one. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("done")
    DONE,
    /** It cannot be done here, for a reason that is no failure: a model is not installed, the video has no sound. */
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    public boolean isOver() {
        return this == DONE || this == SKIPPED || this == FAILED || this == CANCELLED;
    }
}
