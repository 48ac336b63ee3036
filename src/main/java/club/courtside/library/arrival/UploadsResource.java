package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.library.Page;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Uploading video files into a club's library, resumable: tus 1.0.0 with the extensions creation, expiration, termination
 * and checksum. For administrators; an upload belongs to whoever began it.
 */
@Path("uploads")
@RequestScoped
@Tus
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class UploadsResource {

    private static final String PIECE = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    @Inject
    Intake intake;

    @Inject
    CurrentSettings settings;

    @Inject
    CurrentCaller current;

    @Inject
    HttpServletRequest request;

    @OPTIONS
    @Operation(summary = "What this server knows of tus")
    @APIResponse(responseCode = "204", description = "Tus-Version, Tus-Extension, Tus-Max-Size")
    public Response options() {
        return Response.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", "creation,expiration,termination,checksum")
                .header("Tus-Checksum-Algorithm", UploadChecksum.NAMES)
                .header("Tus-Max-Size", settings.mostUploadBytes())
                .build();
    }

    @GET
    @Operation(summary = "The caller's own uploads, those of the last day among them, newest first")
    public Page<ArrivalView> list() {
        List<ArrivalView> own = intake.list(current.require());
        return new Page<>(own, 1, Math.max(1, own.size()), own.size());
    }

    @POST
    @Operation(
            summary = "Announce a file",
            description = "Upload-Metadata: filename, and club_id when the caller runs several clubs, in Base64.")
    @APIResponse(
            responseCode = "201",
            description = "send it to Location",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "Upload-Length missing or 0, or no club_id among several clubs")
    @APIResponse(responseCode = "403", description = "for administrators")
    @APIResponse(responseCode = "404", description = "no such club")
    @APIResponse(responseCode = "412", description = "Tus-Resumable is not 1.0.0")
    @APIResponse(responseCode = "413", description = "longer than COURTSIDE_MAX_UPLOAD_GB")
    @APIResponse(responseCode = "429", description = "too many unfinished uploads")
    @APIResponse(responseCode = "507", description = "the disk is too full for it")
    public Response create(@HeaderParam(LENGTH) String length, @HeaderParam("Upload-Metadata") String description) {
        Caller caller = current.require();
        Intake.refusePlayers(caller);
        checkVersion();
        UploadMetadata metadata = UploadMetadata.parse(description);
        ArrivalView made = intake.announce(caller, metadata.get("club_id"), metadata.name(), number(LENGTH, length));
        return expiring(Response.status(201), made)
                .header(HttpHeaders.LOCATION, "/api/uploads/" + made.id())
                .build();
    }

    @HEAD
    @Path("{id}")
    @Operation(summary = "How much of a file is here")
    @APIResponse(responseCode = "200", description = "Upload-Offset, Upload-Length, Upload-Expires")
    @APIResponse(responseCode = "404", description = "no such upload, or somebody else's")
    @APIResponse(responseCode = "410", description = "expired or refused")
    public Response offset(@PathParam("id") UUID id) {
        ArrivalView upload = intake.unfinished(current.require(), id);
        checkVersion();
        return expiring(Response.ok(), upload)
                .header(OFFSET, upload.receivedBytes())
                .header(LENGTH, upload.sizeBytes())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An upload, and what has become of it")
    @APIResponse(responseCode = "200", description = "the upload as it stands")
    @APIResponse(responseCode = "404", description = "no such upload, or somebody else's")
    public ArrivalView get(@PathParam("id") UUID id) {
        return intake.view(current.require(), id);
    }

    @PATCH
    @Path("{id}")
    @Operation(
            summary = "Send the next piece",
            description = "Content-Type: application/offset+octet-stream. With its last byte the file is looked at; see"
                    + " state and reason of the upload.")
    @APIResponse(responseCode = "204", description = "Upload-Offset: how much is here now")
    @APIResponse(responseCode = "400", description = "Upload-Offset or Upload-Checksum not acceptable")
    @APIResponse(responseCode = "404", description = "no such upload, or somebody else's")
    @APIResponse(responseCode = "409", description = "the next byte is another one")
    @APIResponse(responseCode = "410", description = "expired or refused")
    @APIResponse(responseCode = "413", description = "longer than announced")
    @APIResponse(responseCode = "415", description = "the content type is another one")
    @APIResponse(responseCode = "460", description = "the checksum does not match; nothing of the piece was kept")
    @APIResponse(responseCode = "507", description = "the disk is full up to the reserve; go on later")
    public Response receive(
            @PathParam("id") UUID id,
            @HeaderParam(OFFSET) String offset,
            @HeaderParam("Upload-Checksum") String checksum,
            InputStream content) {
        Caller caller = current.require();
        intake.view(caller, id);
        checkVersion();
        if (!PIECE.equals(request.getContentType()))
            throw new ProblemException(Problem.of(415, "send the piece as " + PIECE));
        ArrivalView upload = intake.receive(
                caller,
                id,
                number(OFFSET, offset),
                request.getContentLengthLong(),
                checksum == null ? null : UploadChecksum.parse(checksum),
                content);
        return expiring(Response.noContent(), upload)
                .header(OFFSET, upload.receivedBytes())
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give an upload up, or forget what has become of it")
    @APIResponse(responseCode = "204", description = "nothing is left of it; a video that it has become stays")
    @APIResponse(responseCode = "404", description = "no such upload, or somebody else's")
    @APIResponse(responseCode = "409", description = "all of it is here and being looked at")
    public void cancel(@PathParam("id") UUID id) {
        intake.cancel(current.require(), id);
    }

    private void checkVersion() {
        if (!Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE)))
            throw new ProblemException(
                    new Problem(null, null, 412, "this server speaks tus " + Tus.VERSION, Tus.RESUMABLE, null));
    }

    private static long number(String header, String value) {
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
