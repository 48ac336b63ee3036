package club.courtside.health;

import club.courtside.account.Device;
import club.courtside.account.LocalSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@code ./courtside record} asks for before it calls the API. */
@Path("local/sign-in")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class LocalSignInResource {

    @Inject
    LocalKey key;

    @Inject
    LocalSignIn signIn;

    @Context
    HttpServletRequest request;

    /** @return two lines: the access token, the refresh token */
    @POST
    @Operation(hidden = true, summary = "Sign in as the first administrator")
    public String open(@HeaderParam("Courtside-Local") String given) {
        key.check(given);
        LocalSignIn.Pair pair = signIn.open(Device.of(request));
        return pair.accessToken() + "\n" + pair.refreshToken();
    }
}
