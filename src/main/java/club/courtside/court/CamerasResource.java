package club.courtside.court;

import club.courtside.account.CurrentCaller;
import club.courtside.court.CourtAdministration.CameraWish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A court's cameras, for administrators of its club. Errors are 400 and name the field; passwords are never sent. */
@Path("courts/{court}/cameras")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Courts")
public class CamerasResource {

    @PathParam("court")
    String court;

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    Cameras cameras;

    @Inject
    CourtAdministration administration;

    @Inject
    CameraFeeds feeds;

    @GET
    @Operation(summary = "The cameras of a court; without their passwords")
    @APIResponse(responseCode = "200", description = "all of them")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    public Items<CameraView> all() {
        return Items.of(cameras.ofCourt(ownCourt().id()), this::view);
    }

    @POST
    @Operation(summary = "Add a camera")
    @APIResponse(
            responseCode = "201",
            description = "added",
            content = @Content(schema = @Schema(implementation = CameraView.class)))
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    public Response add(CameraWish wish) {
        Camera added = administration.addCamera(current.require(), ownCourt(), wish);
        URI where = URI.create("/api/courts/" + added.court().id() + "/cameras/" + added.id());
        return Response.created(where).entity(view(added)).build();
    }

    /** What the request leaves out stays as it is. */
    @PUT
    @Path("{camera}")
    @Operation(summary = "Change a camera; what is absent stays as it is")
    @APIResponse(responseCode = "200", description = "the camera")
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    public CameraView change(@PathParam("camera") String camera, CameraWish wish) {
        Camera known = access.camera(ownCourt(), camera);
        return view(administration.changeCamera(current.require(), known.id(), wish));
    }

    @DELETE
    @Path("{camera}")
    @Operation(summary = "Remove a camera; what was recorded with it stays")
    @APIResponse(responseCode = "204", description = "removed")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    @APIResponse(responseCode = "409", description = "a session is open on it")
    public void remove(@PathParam("camera") String camera) {
        administration.removeCamera(
                current.require(), access.camera(ownCourt(), camera).id());
    }

    private Court ownCourt() {
        return access.courtToRun(current.require(), court);
    }

    private CameraView view(Camera camera) {
        return CameraView.of(camera, feeds.state(camera.id()));
    }
}
