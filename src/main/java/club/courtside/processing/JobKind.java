package club.courtside.processing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

public enum JobKind {
    /** A copy in the club's format. */
    @JsonProperty("convert")
    CONVERT,
    /** What the picture at half its length shows, in words. */
    @JsonProperty("describe")
    DESCRIBE,
    @JsonProperty("subtitle")
    SUBTITLE,
    /** A smaller file in the place of the recorded one. */
    @JsonProperty("compact")
    COMPACT;

    /** What any video may be given, wherever it comes from. */
    public static final Set<JobKind> ADDITIONS = Collections.unmodifiableSet(EnumSet.of(CONVERT, DESCRIBE, SUBTITLE));
}
