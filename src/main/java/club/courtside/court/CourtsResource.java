package club.courtside.court;

import club.courtside.account.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
@Tag(ref = "Courts")
public class CourtsResource {

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    CourtList list;

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
}
