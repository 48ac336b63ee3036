package club.courtside.platform.queue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a piece of work is, as people see it. */
public enum WorkState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    /** An attempt failed; there will be another one. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("done")
    DONE,
    /** It cannot be done here, for a reason that is no failure: something is not installed. */
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
