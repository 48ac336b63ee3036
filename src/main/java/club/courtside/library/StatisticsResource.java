package club.courtside.library;

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

/** How much a club has recorded. */
@Path("clubs/{id}/statistics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class StatisticsResource {

    @Inject
    Statistics statistics;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(
            summary = "Count, hours and bytes of a club's videos, in all and by month",
            description = "Those that the library shows. id: the club's id or short name. months: the last twelve, by"
                    + " the club's clock.")
    @APIResponse(responseCode = "200", description = "the statistics")
    @APIResponse(responseCode = "403", description = "the caller does not run the club")
    @APIResponse(responseCode = "404", description = "no such club")
    public ClubStatistics get(@PathParam("id") String id) {
        return statistics.of(current.require(), id);
    }
}
