package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a {@link RelayLogin}. */
public enum RelayVerdict {
    @JsonProperty("welcome")
    WELCOME,
    /** 401 */
    @JsonProperty("wrong_credentials")
    WRONG_CREDENTIALS,
    /** 403: they may know of it, but not read it now. */
    @JsonProperty("not_allowed")
    NOT_ALLOWED,
    /** 403: too many wrong passwords. */
    @JsonProperty("too_many_attempts")
    TOO_MANY_ATTEMPTS,
    /** 404: there is nothing, or nothing that they may know of. */
    @JsonProperty("unknown")
    UNKNOWN
}
