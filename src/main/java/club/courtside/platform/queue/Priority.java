package club.courtside.platform.queue;

import club.courtside.platform.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Of two pieces of work that are due, the one of higher priority is begun first. */
public enum Priority {
    @JsonProperty("low")
    LOW,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("high")
    HIGH;

    /** @throws ProblemException 400 naming {@code priority} */
    public static Priority of(String word) {
        for (Priority priority : values())
            if (priority.name().toLowerCase(Locale.ROOT).equals(word)) return priority;
        throw ProblemException.badRequest("priority", "the priority is low, normal or high");
    }

    int rank() {
        return ordinal();
    }
}
