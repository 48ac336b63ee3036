package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.CourtAdministration.ClubWish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clubs one may see, and their courts. Clubs and courts are named by id or short name. */
@Path("clubs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Courts")
public class ClubsResource {

    /** @param slug null: made of the name */
    record NewCourt(String name, String slug) {}

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    CourtList list;

    @Inject
    CourtAdministration administration;

    @GET
    @Operation(summary = "The clubs one may see")
    @APIResponse(responseCode = "200", description = "all of them")
    public Items<ClubView> clubs() {
        return Items.of(access.clubs(current.require()), ClubView::of);
    }

    /** What the request leaves out stays as it is; a recording that runs goes on as it began. */
    @PUT
    @Path("{club}")
    @Operation(summary = "Change what a club has chosen; what is absent stays as it is")
    @APIResponse(responseCode = "200", description = "the club")
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another one's")
    public ClubView change(@PathParam("club") String club, ClubWish wish) {
        Caller caller = current.require();
        Club known = access.clubToRun(caller, club);
        return ClubView.of(administration.changeClub(caller, known.id(), wish));
    }

    @GET
    @Path("{club}/courts")
    @Operation(summary = "The courts of a club")
    @APIResponse(responseCode = "200", description = "all of them")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    public Items<CourtView> courts(@PathParam("club") String club) {
        Caller caller = current.require();
        return Items.of(list.ofClub(access.club(caller, club)), view -> view);
    }

    /** Administrators of the club; 400 names the field, 409 when the club has a court of that short name. */
    @POST
    @Path("{club}/courts")
    @Operation(summary = "Add a court")
    @APIResponse(responseCode = "201", description = "added")
    @APIResponse(responseCode = "400", description = "name or short name not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another club's")
    @APIResponse(responseCode = "409", description = "the club has a court of that short name")
    public Response add(@PathParam("club") String club, NewCourt wish) {
        Caller caller = current.require();
        Club owner = access.clubToRun(caller, club);
        Court court = administration.addCourt(caller, owner, wish.name(), wish.slug());
        return Response.created(URI.create("/api/courts/" + court.id()))
                .entity(list.view(court))
                .build();
    }
}
