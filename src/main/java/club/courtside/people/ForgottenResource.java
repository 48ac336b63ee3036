package club.courtside.people;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.NewPasswords;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forgotten passwords. */
@Path("auth/forgotten")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Sign-in")
public class ForgottenResource {

    record Forgotten(String email) {}

    record Choice(String token, String password) {}

    @Inject
    ForgottenRequests requests;

    @Inject
    NewPasswords passwords;

    @Inject
    Preferences preferences;

    @Context
    HttpServletRequest request;

    @POST
    @SecurityRequirements({})
    @Operation(summary = "Ask for a link to choose a new password; needs no token")
    @APIResponse(responseCode = "202", description = "if there is such a user, a mail is on its way")
    @APIResponse(responseCode = "400", description = "email missing")
    @APIResponse(responseCode = "429", description = "too many requests; Retry-After says when to try again")
    public Response forgotten(Forgotten forgotten) {
        if (forgotten.email() == null || forgotten.email().isBlank())
            throw ProblemException.badRequest("email", "the e-mail address is missing");
        requests.ask(
                forgotten.email(), preferences.getLocale(), Sender.of(request).address());
        return Response.accepted().build();
    }

    @POST
    @SecurityRequirements({})
    @Path("password")
    @Operation(summary = "Choose a new password by the link's token; signs out everywhere; needs no access token")
    @APIResponse(responseCode = "204", description = "changed")
    @APIResponse(responseCode = "400", description = "the password is too short or too common")
    @APIResponse(responseCode = "404", description = "the link was used, or has ended")
    public void choose(Choice choice) {
        passwords.choose(
                choice.token(),
                Kind.PASSWORD,
                choice.password(),
                Sender.of(request).address());
    }
}
