package club.courtside.processing;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.Listing;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.WorkState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is made of videos, and what becomes of that. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Processing")
public class JobsResource {

    @Inject
    JobDesk desk;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(summary = "Jobs: those under way first, then the newest")
    @APIResponse(responseCode = "200", description = "one page; players see those of their own videos")
    @APIResponse(responseCode = "400", description = "no such state, or a parameter is out of range")
    public Listing<JobView> list(
            @QueryParam("state")
                    @Parameter(
                            description = "only these, separated by commas: queued, running, waiting, done, skipped,"
                                    + " failed, cancelled",
                            example = "waiting,failed")
                    String states,
            @QueryParam("page") @DefaultValue("1") @Parameter(description = "from 1") int page,
            @QueryParam("size") @DefaultValue("50") @Parameter(description = "1 to 200") int size) {
        Caller caller = current.require();
        Set<WorkState> wanted = statesOf(states);
        int first = Listing.first(page, size);
        return new Listing<>(desk.search(caller, wanted, first, size), page, size, desk.count(caller, wanted));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One job")
    @APIResponse(responseCode = "200", description = "the job")
    @APIResponse(responseCode = "404", description = "no such job")
    public JobView get(@PathParam("id") UUID id) {
        return desk.view(current.require(), id);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Try a job again; one that waits for its next attempt gets it now")
    @APIResponse(responseCode = "200", description = "the job")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such job")
    @APIResponse(responseCode = "409", description = "it is queued, running or done")
    public JobView retry(@PathParam("id") UUID id) {
        return desk.retry(current.require(), id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Cancel a job; what it had half made is deleted")
    @APIResponse(responseCode = "200", description = "the job")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such job")
    @APIResponse(responseCode = "409", description = "it is over")
    public JobView cancel(@PathParam("id") UUID id) {
        return desk.cancel(current.require(), id);
    }

    private static Set<WorkState> statesOf(String words) {
        if (words == null || words.isBlank()) return EnumSet.noneOf(WorkState.class);
        return Arrays.stream(words.split(","))
                .map(word -> Arrays.stream(WorkState.values())
                        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest("state", "no such state: " + word.strip())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WorkState.class)));
    }
}
