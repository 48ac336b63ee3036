package club.courtside.processing;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Items;
import club.courtside.platform.queue.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs of one video. */
@Path("videos/{id}/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Processing")
public class VideoJobsResource {

    /** What shall be made of a video. */
    @Schema(name = "JobOrder")
    record Order(
            @Schema(description = "convert, describe, subtitle; absent: all of them")
            List<JobKind> kinds,

            @Schema(description = "absent: normal") Priority priority) {}

    /** As {@link Items}, named for the API's description. */
    @Schema(name = "Jobs")
    record JobItems(List<JobView> items) {}

    @Inject
    JobDesk desk;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(summary = "What was and is being made of a video")
    @APIResponse(responseCode = "200", description = "its jobs; none for whom the video is only shared with")
    @APIResponse(responseCode = "404", description = "no such video")
    public Items<JobView> list(@PathParam("id") UUID id) {
        return new Items<>(desk.of(current.require(), id));
    }

    @POST
    @Operation(summary = "Convert, describe and subtitle a video now, whatever the club's policy is")
    @APIResponse(
            responseCode = "202",
            description = "its jobs; those that were under way already go on",
            content = @Content(schema = @Schema(implementation = JobItems.class)))
    @APIResponse(responseCode = "400", description = "compact storage is what a club chooses, for its recordings")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such video")
    @APIResponse(responseCode = "409", description = "it still records, or has failed")
    public Response process(@PathParam("id") UUID id, Order order) {
        Set<JobKind> kinds = order.kinds() == null ? Set.of() : Set.copyOf(order.kinds());
        Priority priority = order.priority() == null ? Priority.NORMAL : order.priority();
        return Response.accepted(new JobItems(desk.process(current.require(), id, kinds, priority)))
                .build();
    }
}
