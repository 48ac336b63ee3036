package club.courtside.people;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.NewPasswords;
import club.courtside.platform.web.Sender;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accepting an invitation without the page. */
@Path("auth/invitation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Sign-in")
public class InvitationResource {

    record Acceptance(String token, String password) {}

    @Inject
    NewPasswords passwords;

    @Context
    HttpServletRequest request;

    @POST
    @SecurityRequirements({})
    @Operation(summary = "Accept an invitation by the link's token and choose a password; needs no access token")
    @APIResponse(responseCode = "204", description = "they may sign in now")
    @APIResponse(responseCode = "400", description = "the password is too short or too common")
    @APIResponse(responseCode = "404", description = "the link was used, or has ended")
    public void accept(Acceptance acceptance) {
        passwords.choose(
                acceptance.token(),
                Kind.INVITATION,
                acceptance.password(),
                Sender.of(request).address());
    }
}
