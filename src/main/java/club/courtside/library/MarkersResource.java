package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.Items;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The moments of a video. They are the same in all angles of a match. */
@Path("videos/{id}/markers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class MarkersResource {

    record NewMarker(
            @Schema(description = "from the video's beginning", example = "648.2")
            Double seconds,

            @Schema(description = "at most 100 characters; may be absent", example = "Bandeja")
            String label) {}

    record Label(
            @Schema(description = "at most 100 characters; empty for none", example = "Match point")
            String label) {}

    @Inject
    MarkerLedger markers;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(summary = "The moments of a video, in their order")
    @APIResponse(responseCode = "200", description = "the markers, by time")
    @APIResponse(responseCode = "404", description = "no such video")
    public Items<MarkerView> list(@PathParam("id") UUID id) {
        return new Items<>(markers.list(current.require(), id));
    }

    @POST
    @Operation(summary = "Mark a moment of a video")
    @APIResponse(
            responseCode = "201",
            description = "marked",
            content = @Content(schema = @Schema(implementation = MarkerView.class)))
    @APIResponse(responseCode = "400", description = "seconds outside of the video, or label not acceptable")
    @APIResponse(responseCode = "403", description = "the video is only shared with the caller")
    @APIResponse(responseCode = "404", description = "no such video")
    @APIResponse(responseCode = "409", description = "the match has 500 moments already")
    public Response mark(@PathParam("id") UUID id, NewMarker marker) {
        Caller caller = current.require();
        if (marker.seconds() == null) throw ProblemException.badRequest("seconds", "the moment is missing");
        return Response.status(201)
                .entity(markers.mark(caller, id, marker.seconds(), marker.label()))
                .build();
    }

    @PATCH
    @Path("{marker}")
    @Operation(summary = "Name a moment")
    @APIResponse(responseCode = "200", description = "the marker")
    @APIResponse(responseCode = "400", description = "label not acceptable")
    @APIResponse(responseCode = "403", description = "the video is only shared with the caller")
    @APIResponse(responseCode = "404", description = "no such video or marker")
    public MarkerView rename(@PathParam("id") UUID id, @PathParam("marker") UUID marker, Label label) {
        return markers.rename(current.require(), id, marker, label.label());
    }

    @DELETE
    @Path("{marker}")
    @Operation(summary = "Delete a moment")
    @APIResponse(responseCode = "204", description = "deleted")
    @APIResponse(responseCode = "403", description = "the video is only shared with the caller")
    @APIResponse(responseCode = "404", description = "no such video or marker")
    public void delete(@PathParam("id") UUID id, @PathParam("marker") UUID marker) {
        markers.remove(current.require(), id, marker);
    }
}
