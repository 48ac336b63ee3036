package club.courtside.upload;

import club.courtside.engine.api.Reason;
import club.courtside.upload.target.TargetKind;
import club.courtside.upload.target.UploadFailure;
import club.courtside.upload.target.UploadTarget;
import club.courtside.upload.target.UploadTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the targets that are set up can be reached and take our keys: as of the last look. */
@ApplicationScoped
public class TargetHealth {

    private final UploadTargets targets;
    private final Clock clock;
    private final Map<TargetKind, View> known = new ConcurrentHashMap<>();

    /**
     * How a target was found.
     *
     * @param state {@code ok}, {@code failed}, or {@code unknown} as long as nobody has looked
     * @param checkedAt null as long as nobody has looked
     */
    public record View(
            TargetKind target, String address, String state, String reasonCode, String reason, Instant checkedAt) {

        /** What is not known yet is no trouble. */
        public boolean isInTrouble() {
            return state.equals("failed");
        }
    }

    @Inject
    public TargetHealth(UploadTargets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    protected TargetHealth() {
        this(null, null);
    }

    /** As they were found last. */
    public List<View> known() {
        return targets.setUp().stream()
                .map(target -> known.getOrDefault(
                        target.kind(), new View(target.kind(), target.address(), "unknown", null, null, null)))
                .toList();
    }

    /** Looks now; takes as long as targets may take to answer. */
    public List<View> look() {
        return targets.setUp().parallelStream().map(this::look).toList();
    }

    private View look(UploadTarget target) {
        View found;
        try {
            target.check();
            found = new View(target.kind(), target.address(), "ok", null, null, clock.instant());
        } catch (UploadFailure e) {
            Reason why = e.reason();
            found = new View(target.kind(), target.address(), "failed", why.code(), why.message(), clock.instant());
        }
        known.put(target.kind(), found);
        return found;
    }
}
