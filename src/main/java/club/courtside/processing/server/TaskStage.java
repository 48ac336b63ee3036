package club.courtside.processing.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a task is, in the words of the protocol. */
public enum TaskStage {
    /** Its file is on its way. */
    @JsonProperty("receiving")
    RECEIVING,
    /** The file is here, and nobody is at it yet. */
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("failed")
    FAILED;

    boolean isOver() {
        return this == COMPLETED || this == FAILED;
    }
}
