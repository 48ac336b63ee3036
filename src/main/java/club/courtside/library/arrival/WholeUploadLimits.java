package club.courtside.library.arrival;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Whether a form with a file in it can be taken, judged before its first byte is read. */
@ApplicationScoped
public class WholeUploadLimits {

    /** Of a form around its file. */
    private static final long FRAME = 1 << 16;

    private final CurrentSettings settings;
    private final DiskSpace disk;

    @Inject
    public WholeUploadLimits(CurrentSettings settings, DiskSpace disk) {
        this.settings = settings;
        this.disk = disk;
    }

    protected WholeUploadLimits() {
        this(null, null);
    }

    /** @throws ProblemException 411, 413, 415 or 507 */
    public void check(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type))
            throw new ProblemException(Problem.of(415, "send the file as multipart/form-data, in the field file"));
        long length = length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        if (length < 0) throw new ProblemException(Problem.of(411, "say in Content-Length how much comes"));
        if (length > settings.mostUploadBytes() + FRAME) throw TooLarge.thanAllowed(length, settings.mostUploadBytes());
        if (disk.free() - disk.reserved() < 2 * length)
            throw new ProblemException(new Problem(
                    null, null, 507, "the disk is too full for it; by tus it needs half of that", null, "disk_full"));
    }

    private static long length(String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
    }
}
