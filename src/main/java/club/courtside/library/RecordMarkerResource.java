package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Marking what is being recorded. Among the library's, because the moment is one of its video. */
@Path("video/record/marker")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Recordings")
public class RecordMarkerResource {

    record Moment(
            UUID sessionId,

            @Schema(description = "at most 100 characters; may be absent", example = "Bandeja")
            String label) {}

    @Inject
    MarkerLedger markers;

    @Inject
    CurrentCaller current;

    @POST
    @Operation(
            summary = "Mark this moment of what a session records",
            description = "The moment is that of the court's clock, and the same in all angles; seconds is where it"
                    + " lies in the main angle's video.")
    @APIResponse(
            responseCode = "201",
            description = "marked",
            content = @Content(schema = @Schema(implementation = MarkerView.class)))
    @APIResponse(responseCode = "400", description = "session_id missing, or label not acceptable")
    @APIResponse(responseCode = "403", description = "the recording belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such session")
    @APIResponse(responseCode = "409", description = "nothing is being recorded, or there are 500 moments already")
    public Response mark(Moment moment) {
        Caller caller = current.require();
        if (moment.sessionId() == null) throw ProblemException.badRequest("session_id", "the session is missing");
        return Response.status(201)
                .entity(markers.markNow(caller, moment.sessionId(), moment.label()))
                .build();
    }
}
