package club.courtside.upload;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.SubtitleModel;
import club.courtside.library.Video;
import club.courtside.library.VideoAccess;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.WorkState;
import club.courtside.upload.target.TargetKind;
import club.courtside.upload.target.UploadTarget;
import club.courtside.upload.target.UploadTargets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Uploads as one person may see and change them: administrators of a club those of its videos, players look at those of
 * their own. Whatever somebody may not know of does not exist: 404.
 */
@ApplicationScoped
@Transactional
public class UploadDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Uploads uploads;
    private final UploadLedger ledger;
    private final UploadTargets targets;
    private final VideoAccess access;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public UploadDesk(
            Uploads uploads, UploadLedger ledger, UploadTargets targets, VideoAccess access, Audit audit, Clock clock) {
        this.uploads = uploads;
        this.ledger = ledger;
        this.targets = targets;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    protected UploadDesk() {
        this(null, null, null, null, null, null);
    }

    /** @param states none: any */
    public List<UploadView> search(Caller caller, Set<WorkState> states, int first, int size) {
        return uploads.search(caller, states, first, size).stream()
                .map(this::view)
                .toList();
    }

    public long count(Caller caller, Set<WorkState> states) {
        return uploads.count(caller, states);
    }

    /** Those of a video, the first ones first. */
    public List<UploadView> of(Caller caller, UUID videoId) {
        Video video = access.watchable(caller, videoId);
        return VideoAccess.mayChange(caller, video)
                ? uploads.of(videoId).stream().map(this::view).toList()
                : List.of();
    }

    /** @throws ProblemException 404 */
    UploadView view(Caller caller, UUID id) {
        return view(known(caller, id));
    }

    /** What the target said at the end; null when it said nothing. */
    JsonNode results(Caller caller, UUID id) {
        String said = known(caller, id).results();
        try {
            return said == null ? null : JSON.readTree(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was JSON when it was kept", e);
        }
    }

    /**
     * Sends a video away, whatever its club's policy is; what is on its way there already is answered as it stands.
     *
     * @param target null for the first that is set up
     * @param model of the subtitles; null for the club's
     * @throws ProblemException 404, 403, or 409 while there is no whole file, or when there is no such target
     */
    public UploadView send(
            Caller caller, UUID videoId, TargetKind target, SubtitleModel model, Priority priority, boolean process) {
        Video video = access.watchable(caller, videoId);
        refuseUnlessRunning(caller, video);
        if (!video.isReady() && !video.isProcessing())
            throw ProblemException.conflict("video_id", "only a video whose file is whole can be uploaded");
        if (video.isAway())
            throw ProblemException.conflict("video_id", "the file of this video lies in the bucket and not here");
        UploadOrder order = new UploadOrder(checked(target), model, priority, process, false);
        Upload upload = ledger.order(videoId, order).orElseThrow();
        audit.tells(
                caller,
                AuditAction.VIDEO_UPLOADED,
                video.club().id(),
                videoId,
                video.title(),
                order.target().code());
        return view(upload);
    }

    private TargetKind checked(TargetKind wanted) {
        List<TargetKind> there =
                targets.setUp().stream().map(UploadTarget::kind).toList();
        if (there.isEmpty())
            throw ProblemException.conflict("target", "no target is set up; docs/uploads.md says how to set one up");
        if (wanted == null) return there.get(0);
        if (!there.contains(wanted)) throw ProblemException.conflict("target", "this target is not set up");
        return wanted;
    }

    /**
     * Once more; a waiting one at once.
     *
     * @throws ProblemException 404, 403, or 409 when there is nothing to do again
     */
    public UploadView retry(Caller caller, UUID id) {
        Upload upload = changeable(caller, id);
        UploadState state = upload.state();
        if (state != UploadState.WAITING && state != UploadState.FAILED && state != UploadState.CANCELLED)
            throw ProblemException.conflict(
                    "status", "this upload is " + state.code() + "; there is nothing to try again");
        ledger.again(id);
        return view(upload);
    }

    /** @throws ProblemException 404, 403, or 409 when it is over */
    public UploadView cancel(Caller caller, UUID id) {
        Upload upload = changeable(caller, id);
        if (upload.isOver())
            throw ProblemException.conflict(
                    "status", "this upload is " + upload.state().code() + " already");
        ledger.cancelled(id);
        return view(upload);
    }

    /** The targets that somebody may send a video to; none when they may not, or it has no whole file. */
    public List<TargetKind> targets(Caller caller, UUID videoId) {
        Video video = access.watchable(caller, videoId);
        boolean possible =
                mayChange(caller, video.club().id()) && !video.isAway() && (video.isReady() || video.isProcessing());
        return possible ? targets.setUp().stream().map(UploadTarget::kind).toList() : List.of();
    }

    public static boolean mayChange(Caller caller, UUID clubId) {
        return caller.isAdminOf(clubId);
    }

    /** @throws ProblemException 403 for players */
    static void refusePlayers(Caller caller) {
        if (caller.role() == Role.PLAYER)
            throw ProblemException.forbidden("only administrators see where videos are sent");
    }

    private Upload known(Caller caller, UUID id) {
        return uploads.find(id)
                .filter(upload -> !upload.video().isDeleted())
                .filter(upload -> caller.isAdminOf(upload.video().club().id()) || isOwn(caller, upload.video()))
                .orElseThrow(() -> ProblemException.notFound("there is no such upload"));
    }

    private static boolean isOwn(Caller caller, Video video) {
        return caller.role() == Role.PLAYER && VideoAccess.mayChange(caller, video);
    }

    private Upload changeable(Caller caller, UUID id) {
        Upload upload = known(caller, id);
        refuseUnlessRunning(caller, upload.video());
        return upload;
    }

    private static void refuseUnlessRunning(Caller caller, Video video) {
        if (!mayChange(caller, video.club().id()))
            throw ProblemException.forbidden("only administrators of the club decide about its uploads");
    }

    private UploadView view(Upload upload) {
        return UploadView.of(upload, clock.instant());
    }
}
