package club.courtside.upload;

import club.courtside.account.Caller;
import club.courtside.platform.queue.WorkState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where videos are sent, and how that goes, for administrators. */
@ApplicationScoped
public class UploadSituation {

    private static final Set<WorkState> UNDER_WAY = EnumSet.of(WorkState.QUEUED, WorkState.RUNNING, WorkState.WAITING);

    /**
     * @param configured whether there is a target at all
     * @param autoUpload whether recordings are sent away by themselves where their club leaves it open
     * @param targets as they were found last
     */
    @Schema(name = "UploadSituation")
    public record View(
            boolean configured, boolean autoUpload, List<TargetHealth.View> targets, long underWay, long failed) {}

    private final TargetHealth health;
    private final AutomaticUploads automatic;
    private final Uploads uploads;

    @Inject
    public UploadSituation(TargetHealth health, AutomaticUploads automatic, Uploads uploads) {
        this.health = health;
        this.automatic = automatic;
        this.uploads = uploads;
    }

    protected UploadSituation() {
        this(null, null, null);
    }

    /** As the targets were found last. */
    List<TargetHealth.View> known(Caller caller) {
        UploadDesk.refusePlayers(caller);
        return health.known();
    }

    List<TargetHealth.View> look(Caller caller) {
        UploadDesk.refusePlayers(caller);
        return health.look();
    }

    View of(Caller caller) {
        List<TargetHealth.View> targets = known(caller);
        return new View(
                !targets.isEmpty(),
                automatic.isUsual(),
                targets,
                uploads.count(caller, UNDER_WAY),
                uploads.count(caller, EnumSet.of(WorkState.FAILED)));
    }
}
