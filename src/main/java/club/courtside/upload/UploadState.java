package club.courtside.upload;

import club.courtside.platform.queue.WorkState;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an upload is, as people see it. */
public enum UploadState {
    QUEUED,
    RUNNING,
    /** An attempt failed; there will be another one. */
    WAITING,
    /** The target has all of it and works on it. */
    REMOTE,
    DONE,
    FAILED,
    CANCELLED;

    static UploadState of(WorkState state, boolean remote) {
        return state == WorkState.RUNNING && remote ? REMOTE : valueOf(state.name());
    }

    /** As in the API. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
