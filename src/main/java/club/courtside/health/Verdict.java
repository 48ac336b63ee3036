package club.courtside.health;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How something stands, from good to bad. */
public enum Verdict {
    @JsonProperty("healthy")
    HEALTHY,
    /** It works, but somebody should look. */
    @JsonProperty("degraded")
    DEGRADED,
    /** Nothing can be recorded. */
    @JsonProperty("unhealthy")
    UNHEALTHY
}
