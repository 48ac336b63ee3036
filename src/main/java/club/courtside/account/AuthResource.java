package club.courtside.account;

import club.courtside.platform.ProblemException;
import club.courtside.platform.web.JsonProvider;
import club.courtside.platform.web.Sender;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in to the API. Access tokens live 15 minutes; a refresh token lives 30 days and is good once. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Sign-in")
public class AuthResource {

    record Login(
            @Schema(example = "club@demo.club") String email,

            @Schema(example = "the password that was printed at the first start")
            String password) {}

    record PasswordWish(String currentPassword, String newPassword) {}

    record Refresh(String refreshToken) {}

    record Person(
            UUID id, String email, @JsonProperty("name") String displayName, Role role, Set<UUID> clubs) {

        static Person of(Caller caller) {
            return new Person(caller.id(), caller.email(), caller.displayName(), caller.role(), caller.clubs());
        }
    }

    /** @param expiresIn seconds until the access token ends */
    record SignedIn(String accessToken, String tokenType, long expiresIn, String refreshToken, Person user) {}

    @Inject
    Reception reception;

    @Inject
    SignIns signIns;

    @Inject
    Tokens tokens;

    @Inject
    NewPasswords passwords;

    @Inject
    CurrentCaller current;

    @Context
    HttpServletRequest request;

    /**
     * 401 when they don't belong together; 429 with {@code Retry-After} after ten failures within ten minutes, or fifty of one
     * address for whatever accounts.
     */
    @POST
    @Path("login")
    @SecurityRequirements({})
    @Operation(summary = "Sign in; needs no token")
    @APIResponse(responseCode = "200", description = "a token for 15 minutes, and a refresh token for 30 days")
    @APIResponse(responseCode = "400", description = "email or password missing")
    @APIResponse(responseCode = "401", description = "they do not belong together")
    @APIResponse(responseCode = "429", description = "too many attempts; Retry-After says when to try again")
    public SignedIn login(Login login) {
        if (login.email() == null || login.email().isBlank())
            throw ProblemException.badRequest("email", "the e-mail address is missing");
        if (login.password() == null || login.password().isEmpty())
            throw ProblemException.badRequest("password", "the password is missing");
        Caller caller = reception.admit(
                login.email(), login.password(), Sender.of(request).address());
        return signedIn(signIns.openApi(caller.id(), Device.of(request)));
    }

    /** A new pair for a refresh token, which ends with that. */
    @POST
    @Path("refresh")
    @SecurityRequirements({})
    @Operation(summary = "A new pair of tokens for a refresh token, which ends with that")
    @APIResponse(responseCode = "200", description = "as for login")
    @APIResponse(responseCode = "401", description = "the refresh token is wrong, used or expired")
    public SignedIn refresh(Refresh refresh) {
        return signedIn(signIns.redeem(refresh.refreshToken())
                .orElseThrow(() -> ProblemException.notSignedIn("the refresh token is wrong, used or expired")));
    }

    /** Ends the refresh token given (the body may be missing), and the sign-in of the browser that asks. */
    @POST
    @Path("logout")
    @SecurityRequirements({})
    @Operation(summary = "End the refresh token given, and the sign-in of the browser that asks")
    @APIResponse(responseCode = "204", description = "signed out")
    public void logout(InputStream body) throws ServletException, IOException {
        signIns.close(JsonProvider.tree(body).path("refresh_token").textValue());
        request.logout();
    }

    @GET
    @Path("me")
    @Operation(summary = "Who is signed in")
    @APIResponse(responseCode = "200", description = "the user")
    @APIResponse(responseCode = "401", description = "nobody")
    public Person me() {
        return Person.of(current.require());
    }

    /** Signs out everywhere else. */
    @POST
    @Path("password")
    @Operation(summary = "Change one's own password; signs out everywhere else")
    @APIResponse(responseCode = "204", description = "changed")
    @APIResponse(responseCode = "400", description = "the present one is wrong, or the new one too short or too common")
    @APIResponse(responseCode = "401", description = "nobody is signed in")
    @APIResponse(responseCode = "429", description = "too many attempts; Retry-After says when to try again")
    public void changePassword(PasswordWish wish) {
        passwords.change(current.require(), wish.currentPassword(), wish.newPassword());
    }

    private SignedIn signedIn(SignIns.Opened opened) {
        Caller caller = opened.caller();
        return new SignedIn(
                tokens.issue(caller.id(), caller.signIn()),
                "Bearer",
                Tokens.LIFETIME.toSeconds(),
                opened.token(),
                Person.of(caller));
    }
}
