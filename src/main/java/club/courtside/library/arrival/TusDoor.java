package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Speaks tus 1.0.0 (https://tus.io/protocols/resumable-upload) with the extensions creation, expiration, termination and
 * checksum, at whatever address and for whomever.
 */
@RequestScoped
public class TusDoor {

    private static final String PIECE = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Intake intake;
    private final CurrentSettings settings;
    private final HttpServletRequest request;

    @Inject
    public TusDoor(Intake intake, CurrentSettings settings, HttpServletRequest request) {
        this.intake = intake;
        this.settings = settings;
        this.request = request;
    }

    protected TusDoor() {
        this(null, null, null);
    }

    /** What this server knows of it. */
    public Response options() {
        return Response.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", "creation,expiration,termination,checksum")
                .header("Tus-Checksum-Algorithm", UploadChecksum.NAMES)
                .header("Tus-Max-Size", settings.mostUploadBytes())
                .build();
    }

    /** @throws ProblemException 412 */
    public void checkVersion() {
        if (!Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE)))
            throw new ProblemException(
                    new Problem(null, null, 412, "this server speaks tus " + Tus.VERSION, Tus.RESUMABLE, null));
    }

    /**
     * How many bytes are announced.
     *
     * @throws ProblemException 400
     */
    public long length() {
        return number(LENGTH);
    }

    /** @param location where it is to be sent */
    public Response announced(ArrivalView made, String location) {
        return expiring(Response.status(Response.Status.CREATED), made)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /** The same of what is here already. */
    public Response announced(String location) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /** @throws ProblemException 404, 410 or 412 */
    public Response offset(Caller caller, UUID id) {
        ArrivalView upload = intake.unfinished(caller, id);
        checkVersion();
        return offset(expiring(Response.ok(), upload), upload.receivedBytes(), upload.sizeBytes());
    }

    /** All of it came long ago, so that nothing but its length is remembered. */
    public Response whole(long bytes) {
        checkVersion();
        return offset(Response.ok(), bytes, bytes);
    }

    private static Response offset(Response.ResponseBuilder answer, long received, long size) {
        return answer.header(OFFSET, received)
                .header(LENGTH, size)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** @throws ProblemException 400, 404, 409, 410, 412, 413, 415, 460 or 507 */
    public Response receive(Caller caller, UUID id, InputStream content) {
        intake.view(caller, id);
        checkVersion();
        if (!PIECE.equals(request.getContentType()))
            throw new ProblemException(Problem.of(415, "send the piece as " + PIECE));
        String checksum = request.getHeader("Upload-Checksum");
        ArrivalView upload = intake.receive(
                caller,
                id,
                number(OFFSET),
                request.getContentLengthLong(),
                checksum == null ? null : UploadChecksum.parse(checksum),
                content);
        return expiring(Response.noContent(), upload)
                .header(OFFSET, upload.receivedBytes())
                .build();
    }

    private long number(String header) {
        String value = request.getHeader(header);
        if (value == null || !value.matches("\\d{1,18}"))
            throw ProblemException.badRequest(header, "a whole number, not negative, is needed");
        return Long.parseLong(value);
    }

    private static Response.ResponseBuilder expiring(Response.ResponseBuilder answer, ArrivalView upload) {
        Instant end = upload.expiresAt();
        return end == null
                ? answer
                : answer.header(
                        "Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atZone(ZoneOffset.UTC)));
    }
}
