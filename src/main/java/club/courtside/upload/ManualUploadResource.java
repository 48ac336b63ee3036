package club.courtside.upload;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sending a video by the name that StreamAI has for it. A class of its own, because another one has {@code integrated}. */
@Path("integrated/upload")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Uploads")
public class ManualUploadResource {

    @Schema(name = "ManualUpload")
    record Wish(
            @Schema(description = "or the id of any other video")
            String recordingId) {}

    @Inject
    UploadRequests requests;

    @Inject
    CurrentCaller current;

    @POST
    @Path("manual")
    @Operation(summary = "Send a recording to the first target that is set up")
    @APIResponse(
            responseCode = "202",
            description = "it is on its way",
            content = @Content(schema = @Schema(implementation = UploadBegun.class)))
    @APIResponse(responseCode = "400", description = "no recording_id")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such recording")
    @APIResponse(responseCode = "409", description = "its file is not whole, or no target is set up")
    public Response manual(Wish wish) {
        Caller caller = current.require();
        if (wish == null || wish.recordingId() == null)
            throw ProblemException.badRequest("recording_id", "say which recording is to be uploaded");
        UploadView begun = requests.send(caller, wish.recordingId(), null, null, Priority.NORMAL, true);
        return Response.accepted(UploadBegun.of(begun)).build();
    }
}
