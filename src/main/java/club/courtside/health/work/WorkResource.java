package club.courtside.health.work;

import club.courtside.account.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How processing stands, and a push for what stands still. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Processing")
public class WorkResource {

    private static final int USUAL_MINUTES = 10;

    @Schema(name = "RecoveryWish")
    record Wish(
            @Schema(description = "what came later is left alone; 10 when absent", example = "10")
            Integer maxAgeMinutes) {}

    /** @param recovered how many go on */
    @Schema(name = "Recovered")
    record Answer(int recovered, List<WorkDesk.Recovered> items) {}

    @Inject
    WorkDesk desk;

    @Inject
    CurrentCaller current;

    @GET
    @Path("v1/video-processing-stats")
    @Operation(summary = "How many videos and jobs there are in each state, and how old the oldest is")
    @APIResponse(responseCode = "200", description = "of the caller's clubs, for the operator of all")
    @APIResponse(responseCode = "403", description = "for administrators")
    public WorkStatistics statistics() {
        return desk.statistics(current.require());
    }

    @POST
    @Path("v1/recover")
    @Operation(
            summary = "Have work go on that stands still",
            description =
                    "Whatever is not over, is older than max_age_minutes and has no worker at it is done as soon as"
                            + " one is free. Work whose worker has died goes on by itself after 60 seconds.")
    @APIResponse(responseCode = "200", description = "what goes on")
    @APIResponse(responseCode = "400", description = "max_age_minutes is out of range")
    @APIResponse(responseCode = "403", description = "for the operator of all clubs")
    public Answer recover(Wish wish) {
        int minutes = wish == null || wish.maxAgeMinutes() == null ? USUAL_MINUTES : wish.maxAgeMinutes();
        List<WorkDesk.Recovered> again = desk.recover(current.require(), minutes);
        return new Answer(again.size(), again);
    }
}
