package club.courtside.library.arrival;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.DiskSpace;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** What is refused anyway is not read first: the server keeps the parts of a form on its disk before anybody sees them. */
@Provider
@WholeUpload
public class WholeUploadDoor implements ContainerRequestFilter {

    /** Of a form around its file. */
    private static final long FRAME = 1 << 16;

    @Inject
    CurrentCaller current;

    @Inject
    CurrentSettings settings;

    @Inject
    DiskSpace disk;

    @Override
    public void filter(ContainerRequestContext request) {
        Intake.refusePlayers(current.require());
        MediaType type = request.getMediaType();
        if (type == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type))
            throw new ProblemException(Problem.of(415, "send the file as multipart/form-data, in the field file"));
        long length = length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        if (length < 0) throw new ProblemException(Problem.of(411, "say in Content-Length how much comes"));
        if (length > settings.mostUploadBytes() + FRAME) throw TooLarge.thanAllowed(length, settings.mostUploadBytes());
        if (disk.free() - disk.reserved() < 2 * length)
            throw new ProblemException(new Problem(
                    null,
                    null,
                    507,
                    "the disk is too full for it; by tus (/api/uploads) it needs half of that",
                    null,
                    "disk_full"));
    }

    private static long length(String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
    }
}
