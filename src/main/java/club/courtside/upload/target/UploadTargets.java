package club.courtside.upload.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** All targets that there can be. */
@ApplicationScoped
public class UploadTargets {

    private final Iterable<UploadTarget> targets;

    @Inject
    public UploadTargets(@Any Instance<UploadTarget> targets) {
        this((Iterable<UploadTarget>) targets);
    }

    public UploadTargets(Iterable<UploadTarget> targets) {
        this.targets = targets;
    }

    protected UploadTargets() {
        this((Iterable<UploadTarget>) null);
    }

    /** Those that are set up, in the order of their kinds. */
    public List<UploadTarget> setUp() {
        return StreamSupport.stream(targets.spliterator(), false)
                .filter(UploadTarget::isSetUp)
                .sorted(Comparator.comparing(UploadTarget::kind))
                .toList();
    }

    public boolean areSetUpFor(TargetKind kind) {
        return setUp().stream().anyMatch(target -> target.kind() == kind);
    }

    /** @throws UploadFailure when it is not set up any more */
    public UploadTarget of(TargetKind kind) {
        return setUp().stream()
                .filter(target -> target.kind() == kind)
                .findFirst()
                .orElseThrow(() -> UploadFailure.lasting("not_set_up", "this target is not set up any more"));
    }
}
