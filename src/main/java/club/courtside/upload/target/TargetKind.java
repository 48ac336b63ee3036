package club.courtside.upload.target;

import club.courtside.platform.ProblemException;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of places that videos are sent to; of each there is one at most. */
public enum TargetKind {
    /** Courtside or another server that converts, describes and subtitles. */
    PROCESSING_SERVER,
    /** S3, or any store that speaks its protocol. */
    BUCKET,
    BUNNY_STORAGE,
    BUNNY_STREAM;

    /** Whether it keeps what it gets; else it works with it. */
    public boolean keeps() {
        return this != PROCESSING_SERVER;
    }

    /** As in the API. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException 400 naming {@code target} */
    public static TargetKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "target",
                        "the target is "
                                + Arrays.stream(values()).map(TargetKind::code).collect(Collectors.joining(", "))));
    }
}
