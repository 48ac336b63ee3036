package club.courtside.processing.server;

import club.courtside.platform.web.AtRoot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has come of what was sent to be processed. */
@Path(AtRoot.PATH + "/results/{task}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "processing_key")
@Tag(ref = "Processing server")
public class ServerResultsResource {

    @Inject
    TaskSight sight;

    @GET
    @Operation(summary = "What has come of a task")
    @APIResponse(responseCode = "200", description = "it is over")
    @APIResponse(responseCode = "404", description = "no such task")
    @APIResponse(responseCode = "409", description = "it is not over")
    public TaskResults results(@PathParam("task") UUID task) throws IOException {
        sight.checkOver(task);
        return sight.results(task);
    }
}
