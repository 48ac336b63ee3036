package club.courtside.court;

import club.courtside.account.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The courts one may see, with the state of their main camera. */
@Path("courts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CourtsResource {

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    CourtList list;

    @GET
    public Items<CourtView> courts() {
        return Items.of(list.of(current.require()), view -> view);
    }

    @GET
    @Path("{court}")
    public CourtView court(@PathParam("court") String court) {
        return list.view(access.court(current.require(), court));
    }
}
