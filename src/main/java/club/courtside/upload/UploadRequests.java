package club.courtside.upload;

import club.courtside.account.Caller;
import club.courtside.court.SubtitleModel;
import club.courtside.library.Library;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.upload.target.TargetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Sends what somebody names by the id of a video, or of a session that has one. */
@ApplicationScoped
public class UploadRequests {

    private final UploadDesk desk;
    private final Library library;

    @Inject
    public UploadRequests(UploadDesk desk, Library library) {
        this.desk = desk;
        this.library = library;
    }

    protected UploadRequests() {
        this(null, null);
    }

    /** @throws ProblemException as {@link UploadDesk#send} */
    UploadView send(
            Caller caller, String id, TargetKind target, SubtitleModel model, Priority priority, boolean process) {
        UUID known = Ids.parse(id).orElseThrow(() -> ProblemException.notFound("there is no such video"));
        return desk.send(caller, library.meantBy(caller, known), target, model, priority, process);
    }
}
