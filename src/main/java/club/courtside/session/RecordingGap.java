package club.courtside.session;

import club.courtside.engine.api.Gap;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Time without picture inside a recording. */
@Embeddable
public class RecordingGap {

    @Column(name = "start_seconds")
    private double startSeconds;

    private double seconds;
    private String reason;

    protected RecordingGap() {}

    RecordingGap(Gap gap) {
        startSeconds = gap.startSeconds();
        seconds = gap.seconds();
        reason = gap.reason();
    }

    Gap asGap() {
        return new Gap(startSeconds, seconds, reason);
    }
}
