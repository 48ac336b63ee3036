package club.courtside.people;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.SignedInDevice;
import club.courtside.account.UserQuery;
import club.courtside.platform.Listing;
import club.courtside.platform.Preferences;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users, for the operator and for the staff of their clubs. Whom one may not know of is 404. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Users")
public class UsersResource {

    /** A user, and what became of the invitation. */
    record NewUser(@JsonUnwrapped UserView user, Invitation invitation) {}

    record SignInList(List<SignedInDevice> items) {}

    @Inject
    CurrentCaller current;

    @Inject
    UserAdministration administration;

    @Inject
    Invitations invitations;

    @Inject
    Preferences preferences;

    @GET
    @Operation(summary = "The users one may see, by name")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "page or size out of range")
    @APIResponse(responseCode = "403", description = "for administrators")
    @APIResponse(responseCode = "404", description = "no such club, or another one's")
    public Listing<UserView> users(
            @QueryParam("club_id") @Parameter(description = "only this club's") UUID clubId,
            @QueryParam("q") @Parameter(description = "found in name or e-mail address") String text,
            @QueryParam("page") @DefaultValue("1") @Parameter(description = "from 1") int page,
            @QueryParam("size") @DefaultValue("50") @Parameter(description = "1 to 200") int size) {
        Caller caller = current.require();
        UserQuery query = new UserQuery(clubId, text);
        int first = Listing.first(page, size);
        return new Listing<>(
                administration.search(caller, query, first, size), page, size, administration.count(caller, query));
    }

    /** Without a mail server the answer has the link, for whoever asks to hand it over. */
    @POST
    @Operation(summary = "Invite a user, who chooses a password by a link")
    @APIResponse(
            responseCode = "201",
            description = "invited; invitation.url is the link when no mail was sent",
            content = @Content(schema = @Schema(implementation = NewUser.class)))
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "staff give PLAYER and CLUB_ADMIN, players nothing")
    @APIResponse(responseCode = "409", description = "somebody has this e-mail address")
    public Response invite(UserWish wish) {
        Invitations.Sent sent = invitations.invite(current.require(), wish, preferences.getLocale());
        return Response.created(URI.create("/api/users/" + sent.user().id()))
                .entity(new NewUser(sent.user(), sent.invitation()))
                .build();
    }

    @POST
    @Path("{id}/invitation")
    @Operation(summary = "Invite again, or send a link for another password; the earlier link ends")
    @APIResponse(responseCode = "200", description = "invited; invitation.url is the link when no mail was sent")
    @APIResponse(responseCode = "403", description = "belongs to another club as well")
    @APIResponse(responseCode = "404", description = "no such user")
    @APIResponse(responseCode = "409", description = "is disabled, or is oneself")
    public NewUser inviteAgain(@PathParam("id") UUID id) {
        Invitations.Sent sent = invitations.inviteAgain(current.require(), id, preferences.getLocale());
        return new NewUser(sent.user(), sent.invitation());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A user")
    @APIResponse(responseCode = "200", description = "the user")
    @APIResponse(responseCode = "404", description = "no such user")
    public UserView user(@PathParam("id") UUID id) {
        return administration.view(current.require(), id);
    }

    /** Staff change their own clubs' part of somebody's clubs; name and language everybody changes of himself. */
    @PUT
    @Path("{id}")
    @Operation(summary = "Change a user; what is absent stays as it is, enabled false signs them out at once")
    @APIResponse(responseCode = "200", description = "the user")
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "an operator, or belongs to another club as well")
    @APIResponse(responseCode = "404", description = "no such user")
    @APIResponse(responseCode = "409", description = "oneself, the last operator, or a taken e-mail address")
    public UserView change(@PathParam("id") UUID id, UserWish wish) {
        return administration.change(current.require(), id, wish);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a user; what they recorded stays with the club")
    @APIResponse(responseCode = "204", description = "deleted")
    @APIResponse(responseCode = "403", description = "an operator, or belongs to another club as well")
    @APIResponse(responseCode = "404", description = "no such user")
    @APIResponse(responseCode = "409", description = "oneself, or the last operator")
    public void delete(@PathParam("id") UUID id) {
        administration.delete(current.require(), id);
    }

    @GET
    @Path("{id}/sign-ins")
    @Operation(summary = "Where a user is signed in; one's own, or of somebody one may change")
    @APIResponse(responseCode = "200", description = "browsers and refresh tokens")
    @APIResponse(responseCode = "403", description = "may not be changed by you")
    @APIResponse(responseCode = "404", description = "no such user")
    public SignInList signIns(@PathParam("id") UUID id) {
        return new SignInList(administration.signIns(current.require(), id));
    }

    @DELETE
    @Path("{id}/sign-ins")
    @Operation(summary = "Sign a user out everywhere")
    @APIResponse(responseCode = "204", description = "signed out")
    @APIResponse(responseCode = "403", description = "may not be changed by you")
    @APIResponse(responseCode = "404", description = "no such user")
    public void signOutEverywhere(@PathParam("id") UUID id) {
        administration.signOutEverywhere(current.require(), id);
    }

    @DELETE
    @Path("{id}/sign-ins/{sign_in}")
    @Operation(summary = "End one sign-in, with its tokens")
    @APIResponse(responseCode = "204", description = "ended")
    @APIResponse(responseCode = "403", description = "may not be changed by you")
    @APIResponse(responseCode = "404", description = "no such user or sign-in")
    public void signOut(@PathParam("id") UUID id, @PathParam("sign_in") UUID signIn) {
        administration.signOut(current.require(), id, signIn);
    }
}
