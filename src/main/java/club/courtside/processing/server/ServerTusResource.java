package club.courtside.processing.server;

import club.courtside.library.arrival.Intake;
import club.courtside.library.arrival.Tus;
import club.courtside.library.arrival.TusDoor;
import club.courtside.library.arrival.UploadMetadata;
import club.courtside.platform.web.AtRoot;
import club.courtside.platform.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A file to be processed, resumable: {@link TusDoor}. The upload's id is the task's. */
@Path(AtRoot.PATH + "/by-tus/upload")
@RequestScoped
@Tus
@SecurityRequirement(name = "processing_key")
@Tag(ref = "Processing server")
public class ServerTusResource {

    @Inject
    TaskDesk desk;

    @Inject
    TusDoor tus;

    @Inject
    Intake intake;

    @Inject
    PublicAddress address;

    @OPTIONS
    @Operation(summary = "What this server knows of tus")
    @APIResponse(responseCode = "204", description = "Tus-Version, Tus-Extension, Tus-Max-Size")
    public Response options() {
        return tus.options();
    }

    /** Described with the form, at whose address it lies. */
    @POST
    @Operation(hidden = true)
    public Response create(@HeaderParam(TaskOrder.KEY) String key, @HeaderParam("Upload-Metadata") String description) {
        tus.checkVersion();
        UploadMetadata metadata = UploadMetadata.parse(description);
        TaskLedger.Opened task = desk.announce(TaskOrder.of(key, metadata::get), metadata.name(), tus.length());
        String location = address.of("/upload/" + task.id());
        ProcessingTask known = desk.task(task.id());
        if (desk.isLongThere(known)) return tus.announced(location);
        return tus.announced(desk.file(task.id()), location);
    }

    @HEAD
    @Path("{id}")
    @Operation(summary = "How much of a file is here")
    @APIResponse(responseCode = "200", description = "Upload-Offset, Upload-Length, Upload-Expires")
    @APIResponse(responseCode = "404", description = "no such upload")
    @APIResponse(responseCode = "410", description = "expired or refused")
    @APIResponse(responseCode = "412", description = "Tus-Resumable is not 1.0.0")
    public Response offset(@PathParam("id") UUID id) {
        ProcessingTask task = desk.task(id);
        return desk.isLongThere(task) ? tus.whole(task.bytes()) : tus.offset(task.sender(), id);
    }

    @PATCH
    @Path("{id}")
    @Operation(
            summary = "Send the next piece",
            description = "Content-Type: application/offset+octet-stream. With its last byte the file is looked at; see"
                    + " the status of the task.")
    @APIResponse(responseCode = "204", description = "Upload-Offset: how much is here now")
    @APIResponse(responseCode = "400", description = "Upload-Offset or Upload-Checksum not acceptable")
    @APIResponse(responseCode = "404", description = "no such upload")
    @APIResponse(responseCode = "409", description = "the next byte is another one")
    @APIResponse(responseCode = "410", description = "expired or refused")
    @APIResponse(responseCode = "412", description = "Tus-Resumable is not 1.0.0")
    @APIResponse(responseCode = "413", description = "longer than announced")
    @APIResponse(responseCode = "415", description = "the content type is another one")
    @APIResponse(responseCode = "460", description = "the checksum does not match; nothing of the piece was kept")
    @APIResponse(responseCode = "507", description = "the disk is full up to the reserve; go on later")
    public Response receive(@PathParam("id") UUID id, InputStream content) {
        return tus.receive(desk.task(id).sender(), id, content);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give an upload up; the task has failed then")
    @APIResponse(responseCode = "204", description = "nothing is left of it; a video that it has become stays")
    @APIResponse(responseCode = "404", description = "no such upload")
    @APIResponse(responseCode = "409", description = "all of it is here and being looked at")
    public void cancel(@PathParam("id") UUID id) {
        intake.cancel(desk.task(id).sender(), id);
    }
}
