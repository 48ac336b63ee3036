package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

    @Inject
    ClubAdministration clubs;

    @GET
    @Operation(summary = "The clubs one may see")
    @APIResponse(responseCode = "200", description = "all of them")
    public Items<ClubView> clubs() {
        return Items.of(access.clubs(current.require()), ClubView::of);
    }

    /** 400 and 409 name the field. */
    @POST
    @Operation(summary = "Open a club; what is absent is as usual")
    @APIResponse(
            responseCode = "201",
            description = "opened",
            content = @Content(schema = @Schema(implementation = ClubView.class)))
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "for the operator of all clubs")
    @APIResponse(responseCode = "409", description = "there is a club of that short name")
    public Response open(ClubWish wish) {
        access.refuseUnlessOperator(current.require());
        Club club = clubs.open(current.require(), wish);
        return Response.created(URI.create("/api/clubs/" + club.id()))
                .entity(ClubView.of(club))
                .build();
    }

    @GET
    @Path("{club}")
    @Operation(summary = "One club")
    @APIResponse(responseCode = "200", description = "the club")
    @APIResponse(responseCode = "404", description = "there is none, or it is another one's")
    public ClubView club(@PathParam("club") String club) {
        return ClubView.of(access.club(current.require(), club));
    }

    /** What the request leaves out stays as it is; a recording that runs goes on as it began. */
    @PUT
    @Path("{club}")
    @Operation(summary = "Change what a club has chosen; what is absent stays as it is")
    @APIResponse(responseCode = "200", description = "the club")
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(
            responseCode = "403",
            description = "for administrators of the club; slug and quota_gb for the operator")
    @APIResponse(responseCode = "404", description = "there is none, or it is another one's")
    @APIResponse(responseCode = "409", description = "there is a club of that short name")
    public ClubView change(@PathParam("club") String club, ClubWish wish) {
        Club known = access.clubToRun(current.require(), club);
        if (wish.isForOperators()) access.refuseUnlessOperator(current.require());
        return ClubView.of(clubs.change(current.require(), known.id(), wish));
    }

    /** An empty club goes at once; for any other 409 says what would be lost. */
    @DELETE
    @Path("{club}")
    @Operation(summary = "Delete a club with its courts and videos")
    @APIResponse(responseCode = "204", description = "deleted; its files go within the hour")
    @APIResponse(responseCode = "403", description = "for the operator of all clubs")
    @APIResponse(responseCode = "404", description = "there is none")
    @APIResponse(responseCode = "409", description = "a session is open there, or what would be lost was not confirmed")
    public void delete(
            @PathParam("club") String club,
            @QueryParam("confirm")
                    @Parameter(description = "the club's short name, when its courts and videos shall go with it")
                    String confirmation) {
        Club known = access.clubToRun(current.require(), club);
        access.refuseUnlessOperator(current.require());
        clubs.delete(current.require(), known.id(), confirmation);
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
    @APIResponse(
            responseCode = "201",
            description = "added",
            content = @Content(schema = @Schema(implementation = CourtView.class)))
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
