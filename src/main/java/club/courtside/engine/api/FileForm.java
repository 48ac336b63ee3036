package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a browser can do with a file that somebody has brought. */
public enum FileForm {
    /** It plays it as it is. */
    @JsonProperty("playable")
    PLAYABLE,
    /** It plays its contents in another container; that copy was made, without encoding anything anew. */
    @JsonProperty("repacked")
    REPACKED,
    /** A video, but what is in it has to be encoded anew before every browser plays it. */
    @JsonProperty("original")
    ORIGINAL
}
