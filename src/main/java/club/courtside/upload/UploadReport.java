package club.courtside.upload;

import club.courtside.platform.queue.QueueReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How many uploads there are of each kind and state. */
@ApplicationScoped
public class UploadReport implements QueueReport {

    private final Uploads uploads;

    @Inject
    public UploadReport(Uploads uploads) {
        this.uploads = uploads;
    }

    protected UploadReport() {
        this(null);
    }

    @Override
    public List<Line> lines() {
        return uploads.lines(UploadWork.NAME, null);
    }

    @Override
    public List<Line> lines(Set<UUID> clubs) {
        return uploads.lines(UploadWork.NAME, clubs);
    }
}
