package club.courtside.engine.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Work on a video file that may take long: one of the kinds below, told apart by {@code kind} in JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TranscodeSpec.class, name = "transcode"),
    @JsonSubTypes.Type(value = DescribeSpec.class, name = "describe"),
    @JsonSubTypes.Type(value = SubtitleSpec.class, name = "subtitle")
})
public sealed interface TaskSpec permits TranscodeSpec, DescribeSpec, SubtitleSpec {

    /** The video, absolute path; never changed. */
    String file();

    /** What the task writes, absolute paths; none for a task whose result is its answer. */
    List<String> outputs();
}
