package club.courtside.court;

import club.courtside.account.CurrentCaller;
import club.courtside.court.CourtAdministration.CourtWish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The courts one may see, with the state of their main camera. */
@Path("courts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Courts")
public class CourtsResource {

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    CourtList list;

    @Inject
    CourtAdministration administration;

    @GET
    @Operation(summary = "The courts one may see, with the state of their main camera")
    @APIResponse(responseCode = "200", description = "all of them")
    public Items<CourtView> courts() {
        return Items.of(list.of(current.require()), view -> view);
    }

    @GET
    @Path("{court}")
    @Operation(summary = "One court")
    @APIResponse(responseCode = "200", description = "the court")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    public CourtView court(@PathParam("court") String court) {
        return list.view(access.court(current.require(), court));
    }

    /** What the request leaves out stays as it is. */
    @PUT
    @Path("{court}")
    @Operation(summary = "Rename or move a court; what is absent stays as it is")
    @APIResponse(responseCode = "200", description = "the court")
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    @APIResponse(responseCode = "409", description = "the club has a court of that short name")
    public CourtView change(@PathParam("court") String court, CourtWish wish) {
        Court known = access.courtToRun(current.require(), court);
        return list.view(administration.changeCourt(current.require(), known.id(), wish));
    }

    @DELETE
    @Path("{court}")
    @Operation(summary = "Remove a court with its cameras; what was recorded there stays")
    @APIResponse(responseCode = "204", description = "removed")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    @APIResponse(responseCode = "409", description = "a session is open there")
    public void remove(@PathParam("court") String court) {
        administration.removeCourt(
                current.require(), access.courtToRun(current.require(), court).id());
    }
}
