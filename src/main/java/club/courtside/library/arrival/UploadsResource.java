package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.library.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

    @Inject
    Intake intake;

    @Inject
    TusDoor tus;

    @Inject
    CurrentCaller current;

    @OPTIONS
    @Operation(summary = "What this server knows of tus")
    @APIResponse(responseCode = "204", description = "Tus-Version, Tus-Extension, Tus-Max-Size")
    public Response options() {
        return tus.options();
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
    public Response create(
            @HeaderParam("Upload-Length") String length, @HeaderParam("Upload-Metadata") String description) {
        Caller caller = current.require();
        Intake.refusePlayers(caller);
        tus.checkVersion();
        UploadMetadata metadata = UploadMetadata.parse(description);
        ArrivalView made = intake.announce(caller, metadata.get("club_id"), metadata.name(), tus.length());
        return tus.announced(made, "/api/uploads/" + made.id());
    }

    @HEAD
    @Path("{id}")
    @Operation(summary = "How much of a file is here")
    @APIResponse(responseCode = "200", description = "Upload-Offset, Upload-Length, Upload-Expires")
    @APIResponse(responseCode = "404", description = "no such upload, or somebody else's")
    @APIResponse(responseCode = "410", description = "expired or refused")
    public Response offset(@PathParam("id") UUID id) {
        return tus.offset(current.require(), id);
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
            @HeaderParam("Upload-Offset") String offset,
            @HeaderParam("Upload-Checksum") String checksum,
            InputStream content) {
        return tus.receive(current.require(), id, content);
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
}
